import type { MyProfileQuery } from '@kaopu/graphql';

export type Profile = MyProfileQuery['myProfile'];

interface ProfileGroup {
  readonly id: string;
  /** Of the page that changes it, below /profile. */
  readonly path: string;
  readonly fields: readonly (keyof Profile)[];
}

/** The registered data as it is read and changed, group by group (manual chapter 4). */
export const PROFILE_GROUPS: readonly ProfileGroup[] = [
  {
    id: 'person',
    path: 'identity',
    fields: ['name', 'sex', 'birthDate', 'idType', 'idNumber'],
  },
  { id: 'phone', path: 'phone', fields: ['phone'] },
  { id: 'contact', path: 'contact', fields: ['email', 'postalAddress', 'postcode'] },
  {
    id: 'education',
    path: 'education',
    fields: [
      'education',
      'degree',
      'school',
      'graduationDate',
      'majorType',
      'major',
      'title',
      'workYears',
    ],
  },
  {
    id: 'employer',
    path: 'employer',
    fields: ['employer', 'employerType', 'divisionName', 'employerAddress'],
  },
];

/** Address of the page where a field of the profile is corrected; undefined for what has none. */
export function profilePageOf(field: string): string | undefined {
  const group = PROFILE_GROUPS.find(({ fields }) => fields.some((one) => one === field));
  return group && `/profile/${group.path}`;
}
