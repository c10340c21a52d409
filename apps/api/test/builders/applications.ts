import {
  ActOnApplicationDocument,
  ApplicationPageDocument,
  MyProfileDocument,
  RemoveAttachmentDocument,
  SaveAnswersDocument,
  StartApplicationDocument,
  SubmitApplicationDocument,
  UpdateProfileDocument,
  UploadAttachmentDocument,
  type ApplicationAction,
  type ApplicationDetailFragment,
  type UpdateProfileInput,
} from '@kaopu/graphql';
import type { PersonSnapshot } from '../../src/profile/person/person-snapshot.js';
import type { TestFile } from '../support/api-client.js';
import type { ApiHarness } from '../support/api-harness.js';
import { signedInCandidate, signIn, type CandidateOverrides, type SignedIn } from './accounts.js';
import { completeDraft, newKey, signForm, submitDraft, versionOf } from './drafts.js';
import { asUpload, scanPdf } from './files.js';

let scans = 0;

/** A scan like no other of this run. */
export const aScan = (name = '扫描件.pdf'): TestFile =>
  asUpload(scanPdf(1, `DEMO ${++scans}`), name, 'application/pdf');

/**
 * The member of a result union that was hoped for.
 *
 * @throws Error with the refusal.
 */
export function succeeded<Result extends { readonly __typename?: string }, Name extends string>(
  result: Result,
  name: Name,
): Extract<Result, { readonly __typename?: Name }> {
  if (result.__typename !== name) throw new Error(`No ${name}: ${JSON.stringify(result)}`);
  return result as Extract<Result, { readonly __typename?: Name }>;
}

/** What a command may say otherwise than usual; the version is read anew when left out. */
export interface CommandOverrides {
  readonly version?: number;
  readonly idempotencyKey?: string;
}

/** One candidate at a browser with the application they work at; every method is one real request. */
export class Applicant {
  /** Of the application last started. */
  id = '';

  private constructor(
    readonly api: ApiHarness,
    readonly browser: SignedIn,
    readonly person: PersonSnapshot,
  ) {}

  /** Somebody without any application yet. */
  static async registered(api: ApiHarness, overrides: CandidateOverrides = {}): Promise<Applicant> {
    const browser = await signedInCandidate(api, overrides);
    return new Applicant(api, browser, browser.person);
  }

  /** A complete draft for the plan, not submitted. */
  static async ready(
    api: ApiHarness,
    planId: string | null,
    { itemCode, ...overrides }: CandidateOverrides & { readonly itemCode?: string } = {},
  ): Promise<Applicant> {
    const applicant = await Applicant.registered(api, overrides);
    applicant.id = await completeDraft(api, applicant.browser, planId, itemCode);
    return applicant;
  }

  /** Submitted for the plan; the signed form is on file unless told otherwise. */
  static async submitted(
    api: ApiHarness,
    planId: string | null,
    { signed = true }: { readonly signed?: boolean } = {},
  ): Promise<Applicant> {
    const applicant = await Applicant.ready(api, planId);
    await submitDraft(api, applicant.browser, applicant.id);
    if (signed) await signForm(api, applicant.browser, applicant.id);
    return applicant;
  }

  async page(): Promise<ApplicationDetailFragment> {
    return (await this.browser.send(ApplicationPageDocument, { id: this.id })).application;
  }

  /** Remembers the new application as the one worked at. */
  async start(itemCode = 'RT-I', idempotencyKey = newKey()) {
    const input = { idempotencyKey, type: 'testing-initial', itemCode };
    const { startApplication } = await this.browser.send(StartApplicationDocument, { input });
    if (startApplication.__typename === 'Application') this.id = startApplication.id;
    return startApplication;
  }

  async save(
    answers: Readonly<Record<string, unknown>>,
    { planId, ...overrides }: CommandOverrides & { readonly planId?: string } = {},
  ) {
    const input = {
      ...(await this.command(overrides)),
      answers: Object.entries(answers).map(([fieldId, value]) => ({ fieldId, value })),
      ...(planId !== undefined && { planId }),
    };
    return (await this.browser.send(SaveAnswersDocument, { input })).saveAnswers;
  }

  async upload(slot: string, file: TestFile = aScan(), idempotencyKey = newKey()) {
    const input = { applicationId: this.id, slot, idempotencyKey };
    const variables = { input, file: new File([], file.name) };
    return (await this.browser.send(UploadAttachmentDocument, variables, file)).uploadAttachment;
  }

  /** Changes the profile, from which applications were filled. */
  async changeProfile(person: UpdateProfileInput['person']): Promise<void> {
    const { version } = (await this.browser.send(MyProfileDocument)).myProfile;
    const input = { version, idempotencyKey: newKey(), person };
    const { updateProfile } = await this.browser.send(UpdateProfileDocument, { input });
    succeeded(updateProfile, 'Profile');
  }

  async remove(slot: string, overrides: CommandOverrides = {}) {
    const input = { ...(await this.command(overrides)), slot };
    return (await this.browser.send(RemoveAttachmentDocument, { input })).removeAttachment;
  }

  async submit({
    truthDeclared = true,
    ...overrides
  }: CommandOverrides & { readonly truthDeclared?: boolean } = {}) {
    const input = { ...(await this.command(overrides)), truthDeclared };
    return (await this.browser.send(SubmitApplicationDocument, { input })).submitApplication;
  }

  async act(action: ApplicationAction, overrides: CommandOverrides = {}) {
    const input = { ...(await this.command(overrides)), action };
    return (await this.browser.send(ActOnApplicationDocument, { input })).actOnApplication;
  }

  /** Lets the time be another one and signs in anew, for the session of before may be over. */
  async comeBackAt(instant: string): Promise<void> {
    this.api.clock.set(instant);
    this.browser.accessToken = (await signIn(this.api, this.browser.accountId)).accessToken;
  }

  /** What a screen offers to do now. */
  async offers(action: ApplicationAction): Promise<boolean> {
    return (await this.page()).allowedActions.includes(action);
  }

  private async command({ version, idempotencyKey = newKey() }: CommandOverrides) {
    return {
      applicationId: this.id,
      version: version ?? (await versionOf(this.api, this.id)),
      idempotencyKey,
    };
  }
}
