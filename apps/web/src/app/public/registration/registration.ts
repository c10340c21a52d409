import { computed, inject, Service, signal } from '@angular/core';
import {
  ExplainRegistrationPhotoDocument,
  type PersonInput,
  RegisterDocument,
  type RegisterMutation,
  RegistrationDraftDocument,
  type RegistrationDraftPartsFragment,
  RequestRegistrationCodeDocument,
  SaveRegistrationDraftDocument,
  UploadRegistrationPhotoDocument,
  VerifyRegistrationCodeDocument,
} from '@kaopu/graphql';
import { Apollo } from 'apollo-angular';
import { firstValueFrom } from 'rxjs';

import { type UploadProgress, withUpload } from '../../core/graphql/upload-progress.js';
import type {
  CodeOnItsWay,
  PhoneProof,
  PhoneRequest,
} from '../../core/person/phone-verification.js';
import type { Refusal } from '../../core/requests/refusal.js';
import { send } from '../../core/requests/send.js';
import {
  type Answers,
  answersFrom,
  asksBirth,
  draftFields,
  isIdType,
  NO_ANSWERS,
  personOf,
} from './answers.js';
import { firstUnfinished } from './steps.js';

/** What the check page adds to the answers. */
export interface Consent {
  readonly privacyNoticeVersion: string;
  readonly photoConsent: boolean;
  readonly truthDeclared: boolean;
}

/** A field's value that the server refused when registering, and why. */
export interface RefusedValue {
  readonly field: string;
  readonly value: string;
  readonly message: string;
}

/**
 * A registration under way. The server keeps the draft (24 hours, experience.md §2.1) from the moment the phone
 * is verified; before that, and always for the password, memory only: nothing personal stays in this browser.
 */
@Service({ autoProvided: false })
export class Registration {
  private readonly apollo = inject(Apollo);
  private readonly typed = signal<Answers>(NO_ANSWERS);
  private readonly draft = signal<RegistrationDraftPartsFragment | undefined>(undefined);
  private readonly refusedValues = signal<readonly RefusedValue[]>([]);
  private loading: Promise<void> | undefined;

  readonly answers = this.typed.asReadonly();
  readonly password = signal('');
  /** What the last attempt to register was refused for; a value that was changed since is no problem any more. */
  readonly refused = this.refusedValues.asReadonly();
  readonly phone = computed(() => this.draft()?.phone ?? undefined);
  readonly phoneVerified = computed(() => this.draft()?.phoneVerified ?? false);
  /** A verified phone is about to be replaced by another one. */
  readonly changingPhone = signal(false);
  readonly photo = computed(() => this.draft()?.photo ?? undefined);
  readonly firstUnfinished = computed(() =>
    firstUnfinished({
      answers: this.typed(),
      phoneVerified: this.phoneVerified(),
      hasPhoto: this.photo() !== undefined,
    }),
  );

  /** How the phone is verified. */
  readonly phoneProof: PhoneProof = {
    ask: (request) => this.askPhone(request),
    confirm: (code) => this.verifyPhone(code),
  };

  /** Brings back the draft of an earlier visit, once. Throws when the server cannot be reached; the next call tries again. */
  load(): Promise<void> {
    this.loading ??= this.fetch().catch((failure: unknown) => {
      this.loading = undefined;
      throw failure;
    });
    return this.loading;
  }

  /** The draft as the server has it now, in the language chosen now. */
  reread(): Promise<void> {
    return this.fetch();
  }

  /** Keeps a step's answers, on the server too once the phone is verified. */
  async save(part: Partial<Answers>): Promise<'saved' | Refusal> {
    this.typed.update((before) => consistent({ ...before, ...part }));
    if (!this.phoneVerified()) {
      return 'saved';
    }
    const { saveRegistrationDraft: result } = await send(
      this.apollo,
      SaveRegistrationDraftDocument,
      { input: { fields: draftFields(this.typed()) } },
    );
    return this.taken(result);
  }

  /** Once a code was sent, a phone that was verified before does not count any more. */
  private async askPhone({
    phone,
    humanCheck,
    idempotencyKey,
  }: PhoneRequest): Promise<CodeOnItsWay | Refusal> {
    const input = { phone, humanCheck, idempotencyKey };
    const answer = await send(this.apollo, RequestRegistrationCodeDocument, { input });
    const result = answer.requestRegistrationCode;
    if (result.__typename === 'CodeSent') {
      this.draft.update((draft) => draft && { ...draft, phone, phoneVerified: false });
    }
    return result;
  }

  /** Confirms the phone; what was typed before goes to the server right afterwards. */
  private async verifyPhone(code: string): Promise<'saved' | Refusal> {
    const { verifyRegistrationCode: result } = await send(
      this.apollo,
      VerifyRegistrationCodeDocument,
      { input: { code } },
    );
    if (result.__typename !== 'RegistrationDraft') {
      return result;
    }
    this.draft.set(result);
    this.changingPhone.set(false);
    this.restore(result.fields);
    return this.save({});
  }

  async uploadPhoto(photo: Blob, progress: UploadProgress): Promise<'saved' | Refusal> {
    const { uploadRegistrationPhoto: result } = await send(
      this.apollo,
      UploadRegistrationPhotoDocument,
      { file: new File([photo], 'photo.jpg', { type: 'image/jpeg' }), input: {} },
      withUpload(progress),
    );
    return this.taken(result);
  }

  /** A word to staff about the photo; empty takes it back. */
  async explainPhoto(note: string): Promise<'saved' | Refusal> {
    const { explainRegistrationPhoto: result } = await send(
      this.apollo,
      ExplainRegistrationPhotoDocument,
      { input: { note } },
    );
    return this.taken(result);
  }

  async register(idempotencyKey: string, consent: Consent): Promise<RegisterMutation['register']> {
    const answers = this.typed();
    const { idType, idNumber, idCountry, name, sex, birthDate } = answers;
    if (!isIdType(idType)) {
      throw new Error('The identity step comes first');
    }
    const person: PersonInput = personOf(answers);
    const { register: result } = await send(this.apollo, RegisterDocument, {
      input: {
        idempotencyKey,
        idType,
        idNumber,
        idCountry: idCountry === '' ? null : idCountry,
        name,
        sex: sex === '' ? null : sex,
        birthDate: birthDate === '' ? null : birthDate,
        password: this.password(),
        person,
        ...consent,
      },
    });
    if ('code' in result) {
      this.refusedBy(result);
    }
    return result;
  }

  /** Notes what was refused, with the values it was refused for. */
  refuse(problems: readonly { readonly field: string; readonly message: string }[]): void {
    const values: Readonly<Record<string, string>> = {
      ...this.typed(),
      password: this.password(),
      phone: this.phone() ?? '',
    };
    this.refusedValues.set(
      problems.map(({ field, message }) => ({ field, message, value: values[field] ?? '' })),
    );
  }

  /** What the server refused about a field's present value. */
  problemOf(field: string, value: string): string | undefined {
    return this.refused().find((refused) => refused.field === field && refused.value === value)
      ?.message;
  }

  /** Forgets everything, once the account exists. */
  reset(): void {
    this.typed.set(NO_ANSWERS);
    this.draft.set(undefined);
    this.password.set('');
    this.changingPhone.set(false);
    this.refusedValues.set([]);
    this.loading = undefined;
  }

  private async fetch(): Promise<void> {
    const { data } = await firstValueFrom(
      this.apollo.query({ query: RegistrationDraftDocument, fetchPolicy: 'no-cache' }),
    );
    const draft = data?.registrationDraft ?? undefined;
    this.draft.set(draft);
    this.restore(draft?.fields);
  }

  /** What stands in this page's memory is newer than the server's. */
  private restore(fields: unknown): void {
    this.typed.update((now) => ({ ...now, ...answersFrom(fields), ...answersFrom(now) }));
  }

  private taken(
    result:
      (RegistrationDraftPartsFragment & { readonly __typename: 'RegistrationDraft' }) | Refusal,
  ): 'saved' | Refusal {
    if ('code' in result) {
      this.refusedBy(result);
      return result;
    }
    this.draft.set(result);
    return 'saved';
  }

  /** After 24 hours the server knows the draft no longer: the phone must be verified anew, the answers stay. */
  private refusedBy({ code }: Refusal): void {
    if (code === 'UNAUTHENTICATED') {
      this.draft.set(undefined);
    }
  }
}

/** Answers to questions that the kind of document does not ask are dropped. */
function consistent(answers: Answers): Answers {
  const birth = asksBirth(answers.idType, answers.idNumber) ? {} : { sex: '', birthDate: '' };
  const country = answers.idType === 'PASSPORT' ? {} : { idCountry: '' };
  return { ...answers, ...birth, ...country };
}
