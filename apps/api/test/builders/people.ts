import { demoIdNumber } from '../../src/catalogue/demo/demo-id-numbers.js';
import type { PersonSnapshot } from '../../src/profile/person/person-snapshot.js';

const AREA = '340101';
const FIRST_BIRTHDAY = Date.UTC(1970, 0, 1);
const DAY = 86_400_000;

/** Odd and no multiple of five, so that no two of a hundred million people get the same digits. */
const PHONE_STRIDE = 10_007_919;

let people = 0;

/** An invented person whose ID number nobody else of this run has. */
export function aPerson(overrides: Partial<PersonSnapshot> = {}): PersonSnapshot {
  people++;
  // Everyone's birthday is another day, so that every ID number is another one too.
  const birthday = new Date(FIRST_BIRTHDAY + people * DAY).toISOString().slice(0, 10);
  const birthDate = overrides.birthDate ?? birthday;
  return {
    idType: 'RESIDENT_ID',
    idNumber: demoIdNumber('RESIDENT_ID', AREA, birthDate),
    idCountry: null,
    name: '演示考生',
    sex: 'FEMALE',
    birthDate,
    phone: `139${String((people * PHONE_STRIDE) % 100_000_000).padStart(8, '0')}`,
    education: 'BACHELOR',
    degree: 'BACHELOR',
    school: '演示理工大学',
    graduationDate: '1995-07-01',
    majorType: 'STEM',
    major: '焊接技术与工程',
    majorCatalogue: null,
    majorCode: null,
    title: 'ENGINEER',
    employer: '演示特种设备检测有限公司',
    employerType: 'TESTING_BODY',
    employerAddress: '安徽省合肥市演示路1号',
    divisionCode: '340100',
    postalAddress: '安徽省合肥市演示路1号',
    postcode: '230000',
    email: 'kaosheng@example.com',
    workYears: 10,
    ...overrides,
  };
}
