import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readMajors } from '../../majors/majors-files.js';
import { readCatalogue } from '../loading/reference-files.js';
import { readDemo } from './read-demo.js';

const DIRECTORY = fileURLToPath(new URL('../../../../../tools/reference-data', import.meta.url));

describe('the demo', () => {
  it('refers only to items, bodies, divisions and majors that exist', async () => {
    const { people, accounts } = await readDemo(DIRECTORY, '2026-11-24');
    const { items, institutions, authorities, divisions } = await readCatalogue(DIRECTORY, true);
    const { majors } = await readMajors(DIRECTORY);
    const codes = (rows: readonly { code: string }[]): Set<string> =>
      new Set(rows.map(({ code }) => code));
    const known = {
      items: codes(items),
      institutions: codes(institutions),
      authorities: codes(authorities),
      divisions: codes(divisions),
      majors: new Set(majors.map((m) => `${m.catalogue} ${m.code} ${m.name}`)),
    };
    const certificates = people.flatMap((person) => person.certificates);
    const missing = [
      ...certificates.filter(({ itemCode }) => !known.items.has(itemCode)),
      ...certificates.filter(({ institutionCode }) => !known.institutions.has(institutionCode)),
      ...certificates.filter(({ authorityCode }) => !known.authorities.has(authorityCode)),
      ...people.filter(({ divisionCode }) => !known.divisions.has(divisionCode)),
      ...people.filter(
        ({ majorType, majorCatalogue, majorCode, major }) =>
          majorType === 'STEM' && !known.majors.has(`${majorCatalogue} ${majorCode} ${major}`),
      ),
      ...accounts.filter(({ institution }) => institution && !known.institutions.has(institution)),
      ...accounts.filter(({ authority }) => authority && !known.authorities.has(authority)),
    ];
    expect(missing).toEqual([]);
  });

  it('hands plans over already moved to the day of seeding', async () => {
    const [now] = (await readDemo(DIRECTORY, '2026-11-24')).plans;
    const [later] = (await readDemo(DIRECTORY, '2026-11-25')).plans;
    expect([now?.registrationTo, later?.registrationTo]).toEqual(['2026-09-18', '2026-09-19']);
  });
});
