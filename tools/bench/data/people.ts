import { addDays } from '@kaopu/domain';
import { AccountCells } from '../../../apps/api/src/auth/accounts/account-cells.js';
import { AccountKeys } from '../../../apps/api/src/auth/accounts/account-keys.js';
import { demoIdNumber } from '../../../apps/api/src/catalogue/demo/demo-id-numbers.js';
import type { FieldCipher } from '../../../apps/api/src/platform/crypto/field-cipher.js';
import { PersonCells } from '../../../apps/api/src/profile/person/person-cells.js';
import type { PersonSnapshot } from '../../../apps/api/src/profile/person/person-snapshot.js';
import type { Cell } from './load-data.js';

/** Days in a row from which birthdays are taken, so that every invented ID number is another one. */
const BIRTHDAYS = 8000;
const FIRST_BIRTHDAY = '1970-01-01';
const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗';

export const ACCOUNT_COLUMNS = [
  'id',
  'kind',
  'status',
  'id_type',
  'id_number_enc',
  'id_key_index',
  'log_in_index',
  'log_in_name',
  'name_enc',
  'password_hash',
  'institution_code',
  'created_at',
  'version',
] as const;

export const PERSON_COLUMNS = [
  'id',
  'birth_date_enc',
  'sex',
  'phone_enc',
  'phone_index',
  'education',
  'degree',
  'school',
  'graduation_date',
  'major_type',
  'major',
  'title',
  'employer_enc',
  'employer_type',
  'division_code',
  'postal_address_enc',
  'postcode',
  'work_years',
  'created_at',
  'updated_at',
  'version',
] as const;

/** An invented person; the same number gives the same person. */
export function personNumber(index: number): PersonSnapshot {
  const area = String(340_101 + Math.floor(index / BIRTHDAYS));
  const birthDate = addDays(FIRST_BIRTHDAY, index % BIRTHDAYS);
  return {
    idType: 'RESIDENT_ID',
    idNumber: demoIdNumber('RESIDENT_ID', area, birthDate),
    idCountry: null,
    name: `${SURNAMES[index % SURNAMES.length] ?? '王'}演示${index}`,
    sex: 'FEMALE',
    birthDate,
    phone: `139${String(index % 100_000_000).padStart(8, '0')}`,
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
    employerAddress: null,
    divisionCode: '340100',
    postalAddress: '安徽省合肥市演示路1号',
    postcode: '230000',
    email: null,
    workYears: 10,
  };
}

/** Rows of accounts and persons, encrypted as the API does it. */
export class PeopleRows {
  private readonly accounts: AccountCells;
  private readonly keys: AccountKeys;
  private readonly persons: PersonCells;

  constructor(
    cipher: FieldCipher,
    private readonly passwordHash: string,
    private readonly now: Date,
  ) {
    this.accounts = new AccountCells(cipher);
    this.keys = new AccountKeys(cipher);
    this.persons = new PersonCells(cipher);
  }

  account(id: string, { idType, idNumber, name }: PersonSnapshot): Cell[] {
    return [
      id,
      'CANDIDATE',
      'ACTIVE',
      idType,
      this.accounts.seal(id, 'id_number_enc', idNumber),
      this.keys.idKeyIndex(idType, idNumber, null),
      this.keys.logInIndex(idType, idNumber),
      null,
      this.accounts.seal(id, 'name_enc', name),
      this.passwordHash,
      null,
      this.now,
      1,
    ];
  }

  staff(id: string, logInName: string, institutionCode: string): Cell[] {
    const name = this.accounts.seal(id, 'name_enc', '演示审核员');
    const none = [null, null, null, null];
    return [id, 'STAFF', 'ACTIVE', ...none, logInName, name, 'none', institutionCode, this.now, 1];
  }

  person(id: string, person: PersonSnapshot): Cell[] {
    const row = this.persons.columns(id, person);
    return [
      id,
      row.birthDateEnc,
      row.sex,
      row.phoneEnc,
      row.phoneIndex,
      row.education,
      row.degree,
      row.school,
      row.graduationDate,
      row.majorType,
      row.major,
      row.title,
      row.employerEnc,
      row.employerType,
      row.divisionCode,
      row.postalAddressEnc,
      row.postcode,
      row.workYears,
      this.now,
      this.now,
      1,
    ];
  }
}
