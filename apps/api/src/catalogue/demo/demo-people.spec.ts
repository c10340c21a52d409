import { readFileSync } from 'node:fs';
import { addMonths, checkIdNumber, isMobilePhone, isPersonName } from '@kaopu/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDemoAccounts } from './demo-accounts.js';
import { demoPeople } from './demo-people.js';
import { SeededRandom } from './seeded-random.js';

const TODAY = '2026-11-24';
const people = demoPeople(TODAY);
const certificates = people.flatMap((person) =>
  person.certificates.map((certificate) => ({ person, certificate })),
);

describe('the people of the demo', () => {
  it('are 40 of testing, 14 of inspection and 6 of type test', () => {
    const count = (track: string): number => people.filter((p) => p.track === track).length;
    expect([count('TESTING'), count('INSPECTION'), count('TYPE_TEST')]).toEqual([40, 14, 6]);
  });

  it('are aged 22 to 66', () => {
    const ages = people.map(({ birthDate }) => 2026 - Number(birthDate.slice(0, 4)));
    expect([Math.min(...ages), Math.max(...ages)]).toEqual([22, 66]);
  });

  it('are 30 % without a STEM major, 10 % with a 1993 name', () => {
    expect(people.filter((p) => p.majorType === 'NON_STEM')).toHaveLength(18);
    expect(people.filter((p) => p.majorCatalogue === '1993')).toHaveLength(6);
  });

  it('graduated under the catalogue of their year', () => {
    for (const { majorCatalogue, graduationDate } of people) {
      if (majorCatalogue === '1993') expect(graduationDate < '1998').toBe(true);
      if (majorCatalogue === '2012') expect(graduationDate >= '2012').toBe(true);
    }
  });

  it('have five ID types beside the resident card', () => {
    const others = people.filter(({ idType }) => idType !== 'RESIDENT_ID');
    expect(new Set(others.map(({ idType }) => idType)).size).toBe(5);
  });

  it('carry 18-digit numbers with sequence 000, their birth date and the right check digit', () => {
    const numbers = people.filter(({ idNumber }) => idNumber.length === 18);
    expect(numbers).toHaveLength(57);
    for (const { idType, idNumber, birthDate, sex } of numbers) {
      expect(idNumber.slice(14, 17)).toBe('000');
      expect(checkIdNumber(idType, idNumber, TODAY)).toMatchObject({ ok: true, birthDate, sex });
    }
  });

  it('answer what the registration form accepts', () => {
    for (const { idType, idNumber, idCountry, name, phone } of people) {
      const check = checkIdNumber(idType, idNumber, TODAY, idCountry ?? undefined);
      expect([check.ok, isPersonName(name), isMobilePhone(phone)]).toEqual([true, true, true]);
    }
  });

  it('never share a number or a telephone', () => {
    expect(new Set(people.map((p) => p.idNumber)).size).toBe(60);
    expect(new Set(people.map((p) => p.phone)).size).toBe(60);
  });

  it('are recognisable as invented, employers too', () => {
    for (const { name, employer, school } of people) {
      expect(`${name} ${employer} ${school}`).toMatch(/(演示|YANSHI DEMO).* .*演示.* .*演示/);
    }
  });

  it('include three names with rare characters, one outside the first plane', () => {
    expect(people.filter(({ name }) => /[𬱖㛃䶮]/u.test(name))).toHaveLength(3);
  });

  it('are the same people on another day', () => {
    const identity = demoPeople('2031-02-03').map(({ idNumber, name }) => `${idNumber} ${name}`);
    expect(identity).toEqual(people.map(({ idNumber, name }) => `${idNumber} ${name}`));
  });
});

describe('their certificates', () => {
  it('are 90 with ends from 14 months ago to 60 months ahead', () => {
    expect(certificates).toHaveLength(90);
    const ends = certificates.map(({ certificate }) => certificate.validTo);
    const inWindow = ends.filter((end) => end > TODAY && end <= addMonths(TODAY, 6));
    const lapsed = ends.filter((end) => end < TODAY && end >= addMonths(TODAY, -12));
    const longLapsed = ends.filter((end) => end < addMonths(TODAY, -12));
    const later = ends.filter((end) => end > addMonths(TODAY, 24));
    for (const state of [inWindow, lapsed, longLapsed, later]) {
      expect(state.length).toBeGreaterThanOrEqual(3);
    }
  });

  it('never outlast the 65th birthday, and for two holders are cut short by it', () => {
    const cut = new Set<number>();
    for (const { person, certificate } of certificates) {
      const birthday = addMonths(person.birthDate, 65 * 12);
      expect(certificate.validTo <= birthday).toBe(true);
      if (certificate.validTo === birthday && birthday > TODAY) cut.add(person.serial);
    }
    expect(cut.size).toBe(2);
  });

  it('were issued to adults, in the past, in order', () => {
    for (const { person, certificate } of certificates) {
      expect(certificate.firstIssueDate >= addMonths(person.birthDate, 18 * 12)).toBe(true);
      expect(certificate.firstIssueDate <= certificate.approvalDate).toBe(true);
      expect(certificate.approvalDate <= TODAY).toBe(true);
      expect(certificate.validFrom < certificate.validTo).toBe(true);
    }
  });

  it('have numbers of their own and name each item of a holder once', () => {
    expect(new Set(certificates.map(({ certificate }) => certificate.number)).size).toBe(90);
    for (const person of people) {
      const items = person.certificates.map(({ itemCode }) => itemCode);
      expect(new Set(items).size).toBe(items.length);
    }
  });

  it('keep every window state on any day the demo is first seeded', () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('2026-11-24T00:00:00Z'),
          max: new Date('2030-12-31T00:00:00Z'),
          noInvalidDate: true,
        }),
        (day) => {
          const today = day.toISOString().slice(0, 10);
          const [ready] = demoPeople(today);
          const end = ready?.certificates[0]?.validTo ?? '';
          return end > addMonths(today, 4) && end <= addMonths(today, 5);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('the log-ins of the demo', () => {
  const accounts = parseDemoAccounts(
    readFileSync(
      new URL('../../../../../tools/reference-data/demo-accounts.json', import.meta.url),
      'utf8',
    ),
  );

  it('exist for every role', () => {
    expect(new Set(accounts.map(({ role }) => role)).size).toBe(12);
  });

  it('name candidates who exist, by the same name', () => {
    const candidates = accounts.filter(({ role }) => role === 'CANDIDATE');
    expect(candidates).toHaveLength(5);
    for (const { login, displayName } of candidates) {
      expect(people.find(({ idNumber }) => idNumber === login)?.name).toBe(displayName);
    }
  });

  it('differ in login, password and authenticator secret', () => {
    for (const key of ['login', 'password', 'totpSecret'] as const) {
      const values = accounts.map((account) => account[key]).filter((value) => value !== null);
      expect(new Set(values).size).toBe(values.length);
    }
  });

  it('are refused when staff have no authenticator', () => {
    const entry = { role: 'AUDITOR', login: 'a', password: 'b', displayName: 'c', note: 'd' };
    expect(() => parseDemoAccounts(JSON.stringify([entry]))).toThrow(
      'demo-accounts.json:1: account 1: staff, and only staff, have a totpSecret',
    );
  });
});

describe('SeededRandom', () => {
  it('repeats itself for the same seed and stays inside its bounds', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 9 }), (seed, width) => {
        const [one, two] = [new SeededRandom(seed), new SeededRandom(seed)];
        const drawn = one.between(3, 3 + width);
        return drawn === two.between(3, 3 + width) && drawn >= 3 && drawn <= 3 + width;
      }),
    );
  });
});
