import { addMonths, type IdType, type Track } from '@kaopu/domain';
import {
  EMPLOYERS,
  ITEMS,
  MAJORS_1993,
  MAJORS_1998,
  MAJORS_2012,
  NON_STEM_MAJORS,
  SCHOOLS,
  SURNAMES,
  TITLES,
  type Employer,
} from './demo-answers.js';
import { demoCertificates } from './demo-certificates.js';
import { demoIdNumber } from './demo-id-numbers.js';
import type { DemoPerson } from './demo-person.js';
import { DEMO_BASE_DAY } from './demo-plans.js';
import { SeededRandom } from './seeded-random.js';

const COUNT = 60;
const SEED = 20261124;
const AREAS: readonly [string, ...string[]] = ['340102', '340202', '340302', '320102', '370102'];
const RARE_NAMES: Readonly<Record<number, string>> = { 2: '𬱖', 12: '㛃', 42: '䶮' };
const OTHER_ID_TYPES: Readonly<Record<number, Exclude<IdType, 'MILITARY_ID'>>> = {
  8: 'HMT_RESIDENCE_PERMIT',
  18: 'HM_TRAVEL_PERMIT',
  28: 'TW_TRAVEL_PERMIT',
  38: 'FOREIGN_PERMANENT_RESIDENT',
  48: 'PASSPORT',
};
/** Two who reach 65 while their certificate runs, and one who is beyond it. */
const FIXED_AGES: Readonly<Record<number, number>> = { 1: 34, 23: 63, 33: 64, 43: 66 };
const EMPLOYERS_OF: Readonly<Record<Track, readonly [number, ...number[]]>> = {
  TESTING: [0, 1, 2, 3, 4, 5, 9, 10],
  INSPECTION: [6, 7, 8],
  TYPE_TEST: [11],
};

/**
 * The invented candidates of the demo (domain.md §21): 40 testing, 14 inspection, 6 type test. Who they are never
 * changes; the ends of their certificates move with `today`, so that every state of the renewal
 * window exists whenever the demo is seeded.
 *
 * @param today `YYYY-MM-DD`, the day of first seeding.
 */
export function demoPeople(today: string): DemoPerson[] {
  const random = new SeededRandom(SEED);
  const people: DemoPerson[] = [];
  let issued = 0;
  for (let serial = 1; serial <= COUNT; serial++) {
    const person = demoPerson(serial, random);
    const certificates = demoCertificates(person, ITEMS[person.track], today, issued);
    issued += certificates.length;
    people.push({ ...person, certificates });
  }
  return people;
}

type Uncertified = Omit<DemoPerson, 'certificates'>;

function demoPerson(serial: number, random: SeededRandom): Uncertified {
  const track = trackOf(serial);
  const age = ageOf(serial, random);
  const birthDate = birthDateOf(serial, age);
  const employer = employerOf(serial, track, random);
  return {
    serial,
    track,
    ...identity(serial, birthDate, random),
    birthDate,
    phone: `1990000${String(serial).padStart(4, '0')}`,
    email: `yanshi${String(serial).padStart(3, '0')}@example.com`,
    ...education(serial, birthDate, random),
    title: age < 30 ? 'ASSISTANT_ENGINEER' : random.pick(TITLES),
    employer: employer.name,
    employerType: employer.type,
    employerAddress: employer.address,
    divisionCode: employer.divisionCode,
    postalAddress: employer.address,
    postcode: employer.postcode,
    workYears: Math.max(1, Math.min(age - 23, 35)),
  };
}

function trackOf(serial: number): Track {
  if (serial <= 40) return 'TESTING';
  return serial <= 54 ? 'INSPECTION' : 'TYPE_TEST';
}

/** Newcomers without a certificate are young; graduates from before 1998 are 52 and older. */
function ageOf(serial: number, random: SeededRandom): number {
  const drawn = random.next();
  const within = (least: number, most: number): number =>
    least + Math.floor(drawn * (most - least + 1));
  const fixed = FIXED_AGES[serial];
  if (fixed !== undefined) return fixed;
  if (serial % 10 === 4) return within(22, 24);
  return isBefore1998(serial) ? within(52, 60) : within(26, 50);
}

const isBefore1998 = (serial: number): boolean => serial % 10 === 5;
const isNonStem = (serial: number): boolean => [3, 6, 9].includes(serial % 10);

/** The birthday lies before the base day's in the year, so the age is full on the base day. */
function birthDateOf(serial: number, age: number): string {
  const year = Number(DEMO_BASE_DAY.slice(0, 4)) - age;
  return addMonths(`${year}-01-${String((serial % 28) + 1).padStart(2, '0')}`, serial % 10);
}

function identity(
  serial: number,
  birthDate: string,
  random: SeededRandom,
): Pick<DemoPerson, 'idType' | 'idNumber' | 'idCountry' | 'name' | 'sex'> {
  const area = random.pick(AREAS);
  const idType = OTHER_ID_TYPES[serial] ?? 'RESIDENT_ID';
  const surname = SURNAMES.charAt(serial % SURNAMES.length);
  const name = `${surname}演示${RARE_NAMES[serial] ?? chineseNumber(serial)}`;
  const whole = { idType, idCountry: null, name, sex: 'FEMALE' as const };
  const paper = { ...whole, sex: 'MALE' as const };
  const tail = String(serial).padStart(8, '0');
  switch (idType) {
    case 'RESIDENT_ID':
      return { ...whole, idNumber: demoIdNumber(idType, area, birthDate) };
    case 'HMT_RESIDENCE_PERMIT':
      return { ...whole, idNumber: demoIdNumber(idType, '810000', birthDate) };
    case 'FOREIGN_PERMANENT_RESIDENT':
      return {
        ...whole,
        idNumber: demoIdNumber(idType, '911840', birthDate),
        name: 'YANSHI DEMO ANNA',
      };
    case 'HM_TRAVEL_PERMIT':
      return { ...paper, idNumber: `H${tail}` };
    case 'TW_TRAVEL_PERMIT':
      return { ...paper, idNumber: tail };
    case 'PASSPORT':
      return { ...paper, idNumber: `YS${tail}`, idCountry: 'SGP', name: 'YANSHI DEMO ALEX' };
  }
}

function education(
  serial: number,
  birthDate: string,
  random: SeededRandom,
): Pick<
  DemoPerson,
  | 'education'
  | 'degree'
  | 'school'
  | 'graduationDate'
  | 'majorType'
  | 'major'
  | 'majorCatalogue'
  | 'majorCode'
> {
  const year = Number(birthDate.slice(0, 4)) + 22;
  const isBachelor = serial % 2 === 1;
  const common: Pick<DemoPerson, 'education' | 'degree' | 'school' | 'graduationDate'> = {
    education: isBachelor ? 'BACHELOR' : 'COLLEGE',
    degree: isBachelor ? 'BACHELOR' : 'NONE',
    school: random.pick(SCHOOLS),
    graduationDate: `${year}-07-01`,
  };
  if (isNonStem(serial)) {
    const major = random.pick(NON_STEM_MAJORS);
    return { ...common, majorType: 'NON_STEM', major, majorCatalogue: null, majorCode: null };
  }
  const modern = year < 2012 ? MAJORS_1998 : MAJORS_2012;
  const { name, catalogue, code } = random.pick(isBefore1998(serial) ? MAJORS_1993 : modern);
  return { ...common, majorType: 'STEM', major: name, majorCatalogue: catalogue, majorCode: code };
}

function employerOf(serial: number, track: Track, random: SeededRandom): Employer {
  const choice = random.pick(EMPLOYERS_OF[track]);
  return EMPLOYERS[serial === 1 ? 0 : choice] ?? EMPLOYERS[0];
}

/** 1–99 in Chinese: 一, 十二, 二十三. */
function chineseNumber(value: number): string {
  const digits = '零一二三四五六七八九';
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const front = tens === 0 ? '' : `${tens === 1 ? '' : digits.charAt(tens)}十`;
  return front + (ones === 0 ? '' : digits.charAt(ones));
}
