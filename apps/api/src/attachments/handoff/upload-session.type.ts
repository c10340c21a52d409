import { Field, ID, Int, ObjectType, createUnionType, registerEnumType } from '@nestjs/graphql';
import { RateLimitedError, RefusedError } from '../../platform/graphql/user-error.js';
import { UploadSessionState } from './upload-session-state.js';

registerEnumType(UploadSessionState, {
  name: 'UploadSessionState',
  description: 'How far an upload by phone has come.',
});

@ObjectType({ description: 'A file that came from the phone and waits for the person’s word.' })
export class ReceivedFile {
  @Field(() => String)
  readonly fileName: string;

  @Field(() => String)
  readonly mimeType: string;

  @Field(() => Int)
  readonly byteSize: number;

  @Field(() => String, { description: 'Signed, good for 5 minutes.' })
  readonly url: string;

  constructor(file: ReceivedFile) {
    Object.assign(this, file);
  }
}

@ObjectType({ description: 'One QR code: one phone, one file, one slot, ten minutes.' })
export class UploadSession {
  @Field(() => ID)
  readonly id: string;

  @Field(() => UploadSessionState)
  readonly state: UploadSessionState;

  @Field(() => Int, { description: 'How much of the file has arrived, 0–100.' })
  readonly percent: number;

  @Field(() => Date)
  readonly expiresAt: Date;

  @Field(() => String, { nullable: true, description: 'Null before a phone opened the code.' })
  readonly phone: string | null;

  @Field(() => Boolean, { description: 'Another phone came with the same code and was refused.' })
  readonly otherPhoneRefused: boolean;

  @Field(() => ReceivedFile, { nullable: true, description: 'Null unless the state is RECEIVED.' })
  readonly file: ReceivedFile | null;

  constructor(session: UploadSession) {
    Object.assign(this, session);
  }
}

@ObjectType({ description: 'A new code. Its address is given out once and kept nowhere.' })
export class StartedUpload {
  @Field(() => UploadSession)
  readonly session: UploadSession;

  @Field(() => String, { description: 'Address for the phone, beginning at the root: `/m/#…`.' })
  readonly path: string;

  constructor(session: UploadSession, path: string) {
    this.session = session;
    this.path = path;
  }
}

export const StartUploadResult = createUnionType({
  name: 'StartUploadResult',
  types: () => [StartedUpload, RateLimitedError, RefusedError] as const,
});
