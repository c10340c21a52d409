import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Authority } from '../../catalogue/bodies/authority.type.js';
import { Institution } from '../../catalogue/bodies/institution.type.js';
import { Role } from '../../platform/access/actor.js';

registerEnumType(Role, { name: 'Role' });

@ObjectType({ description: 'Who is signed in.' })
export class Viewer {
  @Field(() => ID)
  readonly id: string;

  @Field(() => String)
  readonly displayName: string;

  @Field(() => [Role])
  readonly roles: readonly Role[];

  @Field(() => Institution, { nullable: true, description: 'Null unless staff of one.' })
  readonly institution: Institution | null;

  @Field(() => Authority, { nullable: true, description: 'Null unless staff of one.' })
  readonly authority: Authority | null;

  @Field(() => Date, { nullable: true, description: 'The log-in before this one.' })
  readonly lastLogInAt: Date | null;

  constructor(viewer: Viewer) {
    Object.assign(this, viewer);
  }
}
