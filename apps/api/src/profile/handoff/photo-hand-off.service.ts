import { Inject, Injectable } from '@nestjs/common';
import { maskIdNumber, maskName, maskPhone } from '@kaopu/domain';
import type { UploadAbout } from '../../attachments/handoff/upload-about.js';
import { UploadSessions } from '../../attachments/handoff/upload-sessions.js';
import { StartedUpload } from '../../attachments/handoff/upload-session.type.js';
import { SmsMessages } from '../../notifications/messages-sink.js';
import { SETTINGS, type Settings } from '../../platform/config/settings.js';
import { Transactions } from '../../platform/database/transactions.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import {
  RefusedError,
  UserError,
  type RateLimitedError,
} from '../../platform/graphql/user-error.js';
import { MAX_UPLOAD_BYTES } from '../../platform/http/uploads.js';
import { rateLimited } from '../../platform/i18n/refuse.js';
import { profileText } from '../profile-texts.js';
import { PersonReader } from '../person/person-reader.js';
import { SmsBudgets } from '../phone/sms-budgets.js';
import { RegistrationSessions } from '../registering/registration-sessions.js';
import { UploadLinkSent } from './upload-link.type.js';

const PHOTO = 'PHOTO';
const PHOTO_EXTENSIONS = ['jpg', 'png'] as const;
const SMS_PURPOSE = 'UPLOAD_LINK';
const SLOT = { 'zh-CN': '证件照', en: 'ID photo' } as const;

/** Who the photo is of, as far as it is known. */
interface Sitter {
  readonly id: string;
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
}

/** The photo by phone, for a registration under way or a candidate's profile (manual ch. 1 and 4). */
@Injectable()
export class PhotoHandOff {
  constructor(
    private readonly uploads: UploadSessions,
    private readonly drafts: RegistrationSessions,
    private readonly people: PersonReader,
    private readonly budgets: SmsBudgets,
    private readonly messages: SmsMessages,
    private readonly transactions: Transactions,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async start(context: RequestContext): Promise<StartedUpload | RateLimitedError | RefusedError> {
    const sitter = await this.sitter(context);
    if (sitter instanceof RefusedError) return sitter;
    const { id, name, idNumber } = sitter;
    const about: UploadAbout = {
      name: maskName(name),
      idNumber: maskIdNumber(idNumber),
      slot: SLOT,
      isPhoto: true,
    };
    return this.uploads.start(context, {
      fileOwnerId: id,
      subjectId: id,
      slotCode: PHOTO,
      extensions: PHOTO_EXTENSIONS,
      maxBytes: MAX_UPLOAD_BYTES,
      about,
    });
  }

  /** Sends the link to the caller's own verified phone; the code on the screen is the same one. */
  async sendLink(
    context: RequestContext,
    uploadId: string,
  ): Promise<UploadLinkSent | RateLimitedError | RefusedError> {
    const { actor } = context;
    await this.uploads.mine(context, uploadId);
    const sitter = await this.sitter(context);
    if (sitter instanceof RefusedError) return sitter;
    const { id, phone } = sitter;
    const wait = await this.budgets.take(phone, id, SMS_PURPOSE);
    if (wait > 0) return rateLimited(actor, wait);
    const started = await this.uploads.renew(context, uploadId);
    if (started instanceof UserError) return started;
    const params = { link: `${this.settings.publicUrl}${started.path}` };
    const body = profileText(actor.request.language, 'sms.uploadLink', params);
    const goodUntil = started.session.expiresAt;
    const sent = await this.transactions.run<never>(
      {
        actor: actor.kind === 'account' ? actor : { ...actor, id },
        operation: 'sendUploadLink',
        idempotencyKey: null,
        input: null,
      },
      async (tx) => {
        await this.messages.queue(tx, { purpose: SMS_PURPOSE, phone, body, params, goodUntil });
        return started.session.id;
      },
    );
    if (sent instanceof UserError) return sent;
    return new UploadLinkSent(started, maskPhone(phone));
  }

  private async sitter(context: RequestContext): Promise<Sitter | RefusedError> {
    const { actor } = context;
    if (actor.roles.includes('CANDIDATE')) {
      const { name, idNumber, phone } = await this.people.snapshot(actor.id);
      return { id: actor.id, name, idNumber, phone };
    }
    const { language } = actor.request;
    const draft = await this.drafts.open(context);
    if (!draft) {
      return new RefusedError('UNAUTHENTICATED', profileText(language, 'registration.noSession'));
    }
    const phone = this.drafts.phone(draft);
    if (draft.phoneVerifiedAt === null || phone === null) {
      return new RefusedError(
        'STATE_INVALID',
        profileText(language, 'registration.phoneNotVerified'),
      );
    }
    const { name, idNumber } = this.drafts.fields(draft);
    return { id: draft.id, name: typed(name), idNumber: typed(idNumber), phone };
  }
}

const typed = (value: unknown): string => (typeof value === 'string' ? value : '');
