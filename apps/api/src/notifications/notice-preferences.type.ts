import {
  createUnionType,
  Field,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from '@nestjs/graphql';
import { IsBoolean, IsIn, IsInt, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { ConflictError, RefusedError } from '../platform/graphql/user-error.js';

/** Language of text messages and mails; the inbox is read in the language of its reader. */
export const NoticeLanguage = { ZH_CN: 'ZH_CN', EN: 'EN' } as const;
export type NoticeLanguage = keyof typeof NoticeLanguage;

registerEnumType(NoticeLanguage, { name: 'NoticeLanguage' });

@ObjectType({
  description: 'How I want to be told, beside the inbox. Essential notices come in any case.',
})
export class NoticePreferences {
  @Field(() => Boolean, { description: 'Notices that are not essential come as text messages.' })
  readonly sms: boolean;

  @Field(() => Boolean, { description: 'Notices that are not essential come as mails.' })
  readonly mail: boolean;

  @Field(() => NoticeLanguage)
  readonly language: NoticeLanguage;

  @Field(() => Int, { description: '0 while nothing was chosen yet.' })
  readonly version: number;

  constructor(preferences: NoticePreferences) {
    Object.assign(this, preferences);
  }
}

@InputType()
export class UpdateNoticePreferencesInput {
  @Field(() => Boolean)
  @IsBoolean()
  readonly sms: boolean;

  @Field(() => Boolean)
  @IsBoolean()
  readonly mail: boolean;

  @Field(() => NoticeLanguage)
  @IsIn(Object.keys(NoticeLanguage))
  readonly language: NoticeLanguage;

  @Field(() => Int, { description: 'The version that was read.' })
  @IsInt()
  readonly version: number;

  @Field(() => String)
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  readonly idempotencyKey: string;
}

export const UpdateNoticePreferencesResult = createUnionType({
  name: 'UpdateNoticePreferencesResult',
  types: () => [NoticePreferences, ConflictError, RefusedError] as const,
});
