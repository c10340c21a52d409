import {
  ConfigurationDocument,
  RegisterDocument,
  RequestRegistrationCodeDocument,
  SaveRegistrationDraftDocument,
  SearchMajorsDocument,
  UploadRegistrationPhotoDocument,
  VerifyRegistrationCodeDocument,
  ViewerDocument,
} from '@kaopu/graphql';
import type { TourBrowser } from './browser.ts';
import { humanCheck } from './human-check.ts';
import { photo } from './papers.ts';
import { inventPerson } from './people.ts';
import { expect, say, succeeded } from './report.ts';

interface DemoMessage {
  readonly body: string;
}

/** Manual chapter 1: phone code, draft, photo, account. @returns who was registered. */
export async function registerCandidate(
  browser: TourBrowser,
): Promise<{ name: string; idNumber: string }> {
  const { configuration } = await browser.send(ConfigurationDocument, {});
  expect(
    configuration.demo,
    'the tour needs a demonstration server (its SMS codes must be readable)',
  );
  const person = inventPerson();
  const sent = await browser.send(RequestRegistrationCodeDocument, {
    input: {
      phone: person.phone,
      humanCheck: await humanCheck(browser),
      idempotencyKey: browser.newKey(),
    },
  });
  succeeded(sent.requestRegistrationCode, 'CodeSent');
  const code = await codeFor(browser, person.phone);
  say(
    'SMS code requested and received',
    `for ${person.phone.slice(0, 3)}****${person.phone.slice(-4)}`,
  );

  const verified = await browser.send(VerifyRegistrationCodeDocument, { input: { code } });
  const draft = succeeded(verified.verifyRegistrationCode, 'RegistrationDraft');
  expect(draft.phoneVerified, 'the phone is not verified');

  const { searchMajors } = await browser.send(SearchMajorsDocument, { text: 'hanjie', first: 5 });
  const [major] = searchMajors;
  expect(major !== undefined, 'no major found for "hanjie"');
  say('major found by pinyin "hanjie"', `${major.name} (${major.catalogue}, ${major.code})`);

  await browser.send(SaveRegistrationDraftDocument, { input: { fields: { name: person.name } } });
  const uploaded = await browser.send(
    UploadRegistrationPhotoDocument,
    { input: {} },
    await photo(),
  );
  const withPhoto = succeeded(uploaded.uploadRegistrationPhoto, 'RegistrationDraft');
  expect(withPhoto.photo !== null, 'the photo was not kept');
  say(
    'photo uploaded',
    `${withPhoto.photo.width}×${withPhoto.photo.height}, ${withPhoto.photo.checks.filter(({ good }) => !good).length} doubts in ${withPhoto.photo.checks.length} checks`,
  );

  const key = browser.newKey();
  const registered = await browser.send(RegisterDocument, {
    input: {
      idempotencyKey: key,
      idType: 'RESIDENT_ID',
      idNumber: person.idNumber,
      name: person.name,
      password: person.password,
      person: {
        education: 'BACHELOR',
        degree: 'BACHELOR',
        school: '演示理工大学',
        graduationDate: '2015-07-01',
        majorType: 'STEM',
        majorCatalogue: major.catalogue,
        majorCode: major.code,
        major: major.name,
        title: 'ENGINEER',
        employer: '演示特种设备检测有限公司',
        employerAddress: '安徽省合肥市演示路1号',
        divisionCode: '340100',
        workYears: 6,
        postalAddress: '安徽省合肥市演示路1号',
        postcode: '230000',
      },
      privacyNoticeVersion: configuration.privacyNoticeVersion,
      photoConsent: true,
      truthDeclared: true,
    },
  });
  const session = succeeded(registered.register, 'Session');
  browser.accessToken = session.accessToken;
  const { viewer } = await browser.send(ViewerDocument, {});
  expect(viewer?.roles.includes('CANDIDATE') ?? false, 'the new account is no candidate');
  say('account registered and signed in', person.name);
  return { name: person.name, idNumber: person.idNumber };
}

async function codeFor(browser: TourBrowser, phone: string): Promise<string> {
  for (let attempt = 0; attempt < 40; attempt++) {
    const response = await browser.fetch(`/demo/messages.json?phone=${phone}`);
    const messages = (await response.json()) as DemoMessage[];
    const code = messages.map(({ body }) => /\d{6}/.exec(body)?.[0]).find(Boolean);
    if (code) return code;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  expect(false, 'no SMS arrived within ten seconds');
}
