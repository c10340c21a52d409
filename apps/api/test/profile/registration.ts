import {
  RegisterDocument,
  RequestRegistrationCodeDocument,
  UploadRegistrationPhotoDocument,
  VerifyRegistrationCodeDocument,
  type RegisterInput,
} from '@kaopu/graphql';
import type { PersonSnapshot } from '../../src/profile/person/person-snapshot.js';
import { PRIVACY_NOTICE_VERSION } from '../../src/profile/registering/consent-terms.js';
import { asUpload, photoJpeg } from '../builders/files.js';
import { solvedCaptcha } from '../builders/human-check.js';
import { aPerson } from '../builders/people.js';
import type { ApiClient } from '../support/api-client.js';
import type { ApiHarness } from '../support/api-harness.js';

export const GOOD_PASSWORD = 'lan-tian-bai-yun-57';

let keys = 0;
let pictures: Promise<Buffer<ArrayBuffer>> | undefined;

export const aKey = (): string => `test-key-${++keys}`;

/** The picture all tests send; drawn once. */
export const aPhoto = (): Promise<Buffer<ArrayBuffer>> => (pictures ??= photoJpeg());

/** One browser walking through the registration. */
export class Registrant {
  readonly browser: ApiClient;

  constructor(
    private readonly api: ApiHarness,
    readonly person: PersonSnapshot = aPerson(),
  ) {
    this.browser = api.browser();
  }

  async requestCode(phone = this.person.phone) {
    const input = {
      phone,
      humanCheck: await solvedCaptcha(this.browser),
      idempotencyKey: aKey(),
    };
    const answer = await this.browser.send(RequestRegistrationCodeDocument, { input });
    await this.api.deliver();
    return answer.requestRegistrationCode;
  }

  /** What a person would read on the phone. */
  async receivedCode(phone = this.person.phone): Promise<string> {
    const response = await this.browser.fetch(`/demo/messages.json?phone=${phone}`);
    const [newest] = (await response.json()) as { body: string }[];
    const code = /\d{6}/.exec(newest?.body ?? '')?.[0];
    if (!code) throw new Error(`No code arrived at ${phone}.`);
    return code;
  }

  async verifyCode(code: string) {
    const input = { code };
    return (await this.browser.send(VerifyRegistrationCodeDocument, { input }))
      .verifyRegistrationCode;
  }

  async uploadPhoto() {
    const upload = asUpload(await aPhoto(), 'zhaopian.jpg', 'image/jpeg');
    const variables = { input: {}, file: new File([], upload.name) };
    return (await this.browser.send(UploadRegistrationPhotoDocument, variables, upload))
      .uploadRegistrationPhoto;
  }

  /** Phone verified, photo sent; only the final step is missing. */
  async prepare(): Promise<this> {
    await this.requestCode();
    await this.verifyCode(await this.receivedCode());
    await this.uploadPhoto();
    return this;
  }

  input(changes: Partial<RegisterInput> = {}): RegisterInput {
    const { idType, idNumber, name } = this.person;
    return {
      idType,
      idNumber,
      name,
      password: GOOD_PASSWORD,
      person: this.details(),
      photoConsent: true,
      truthDeclared: true,
      privacyNoticeVersion: PRIVACY_NOTICE_VERSION,
      idempotencyKey: aKey(),
      ...changes,
    };
  }

  private details(): RegisterInput['person'] {
    const { person } = this;
    return {
      education: person.education,
      degree: person.degree,
      school: person.school,
      graduationDate: person.graduationDate,
      majorType: person.majorType,
      major: person.major,
      title: person.title,
      employer: person.employer,
      employerType: person.employerType,
      employerAddress: person.employerAddress,
      divisionCode: person.divisionCode,
      postalAddress: person.postalAddress,
      postcode: person.postcode,
      email: person.email,
      workYears: person.workYears,
    };
  }

  async register(changes: Partial<RegisterInput> = {}) {
    const input = this.input(changes);
    return (await this.browser.send(RegisterDocument, { input })).register;
  }
}
