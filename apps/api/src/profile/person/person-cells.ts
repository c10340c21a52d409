import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { PersonEntity } from './person.entity.js';
import type { PersonDetails, PersonSnapshot } from './person-snapshot.js';

type StoredPart = Omit<PersonSnapshot, 'idType' | 'idNumber' | 'idCountry' | 'name'>;

/** The columns of a person row that come from what the person says. */
export type PersonColumns = Omit<
  PersonEntity,
  'id' | 'photoId' | 'createdAt' | 'updatedAt' | 'version'
>;

/** Between a person in plain and the encrypted row. */
@Injectable()
export class PersonCells {
  constructor(private readonly cipher: FieldCipher) {}

  columns(id: string, person: StoredPart): PersonColumns {
    const { phone, birthDate, email, employer, employerAddress, postalAddress, ...open } = person;
    return {
      ...plainColumns(open),
      birthDateEnc: this.seal(id, 'birth_date_enc', birthDate),
      ...this.phoneColumns(id, phone),
      emailEnc: email === null ? null : this.seal(id, 'email_enc', email),
      employerEnc: this.seal(id, 'employer_enc', employer),
      employerAddressEnc:
        employerAddress === null ? null : this.seal(id, 'employer_address_enc', employerAddress),
      postalAddressEnc: this.seal(id, 'postal_address_enc', postalAddress),
    };
  }

  plain(row: PersonEntity): StoredPart {
    const { id, emailEnc, employerAddressEnc } = row;
    return {
      ...plainColumns(row),
      birthDate: this.open(id, 'birth_date_enc', row.birthDateEnc),
      phone: this.open(id, 'phone_enc', row.phoneEnc),
      email: emailEnc && this.open(id, 'email_enc', emailEnc),
      employer: this.open(id, 'employer_enc', row.employerEnc),
      employerAddress:
        employerAddressEnc && this.open(id, 'employer_address_enc', employerAddressEnc),
      postalAddress: this.open(id, 'postal_address_enc', row.postalAddressEnc),
    };
  }

  phoneColumns(id: string, phone: string): Pick<PersonColumns, 'phoneEnc' | 'phoneIndex'> {
    return { phoneEnc: this.seal(id, 'phone_enc', phone), phoneIndex: this.phoneIndex(phone) };
  }

  phone({ id, phoneEnc }: Pick<PersonEntity, 'id' | 'phoneEnc'>): string {
    return this.open(id, 'phone_enc', phoneEnc);
  }

  /** The encrypted birth date alone, for a correction. */
  birthDate(id: string, birthDate: string): Buffer {
    return this.seal(id, 'birth_date_enc', birthDate);
  }

  phoneIndex(phone: string): string {
    return this.cipher.blindIndex('person.phone', phone);
  }

  private seal(rowId: string, column: string, value: string): Buffer {
    return this.cipher.encrypt(value, { table: 'person', column, rowId });
  }

  private open(rowId: string, column: string, blob: Buffer): string {
    return this.cipher.decrypt(blob, { table: 'person', column, rowId });
  }
}

type PlainColumns = Pick<
  PersonDetails & PersonSnapshot,
  | 'sex'
  | 'education'
  | 'degree'
  | 'school'
  | 'graduationDate'
  | 'majorType'
  | 'major'
  | 'majorCatalogue'
  | 'majorCode'
  | 'title'
  | 'employerType'
  | 'divisionCode'
  | 'postcode'
  | 'workYears'
>;

/** Exactly the columns kept open; nothing else of `source` slips through. */
const plainColumns = (source: PlainColumns): PlainColumns => ({
  sex: source.sex,
  education: source.education,
  degree: source.degree,
  school: source.school,
  graduationDate: source.graduationDate,
  majorType: source.majorType,
  major: source.major,
  majorCatalogue: source.majorCatalogue,
  majorCode: source.majorCode,
  title: source.title,
  employerType: source.employerType,
  divisionCode: source.divisionCode,
  postcode: source.postcode,
  workYears: source.workYears,
});
