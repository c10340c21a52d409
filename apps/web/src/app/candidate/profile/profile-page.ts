import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DictionaryCode } from '@kaopu/domain';
import { MyProfileDocument, type MyProfileQuery } from '@kaopu/graphql';
import { Banner, DataState, SummaryList, type SummaryRow } from '@kaopu/web-ui';

import { reading } from '../reading/reading.js';
import { AnswerWords } from '../words/answer-words.js';

type Profile = MyProfileQuery['myProfile'];

interface ProfileGroup {
  readonly id: string;
  readonly fields: readonly (keyof Profile)[];
}

const GROUPS: readonly ProfileGroup[] = [
  { id: 'person', fields: ['name', 'sex', 'birthDate', 'idType', 'idNumber'] },
  {
    id: 'education',
    fields: ['education', 'degree', 'school', 'graduationDate', 'majorType', 'major', 'title'],
  },
  {
    id: 'employer',
    fields: [
      'employer',
      'employerType',
      'employerAddress',
      'workYears',
      'phone',
      'email',
      'postalAddress',
      'postcode',
    ],
  },
];

const DICTIONARIES: Partial<Record<keyof Profile, DictionaryCode>> = {
  sex: 'sex',
  idType: 'idType',
  education: 'education',
  degree: 'degree',
  majorType: 'majorType',
  title: 'title',
  employerType: 'employerType',
};

/** The person's registered data, to read (manual ch. 4). */
@Component({
  selector: 'app-profile-page',
  imports: [Banner, DataState, SummaryList, TranslocoPipe],
  template: `
    <h1>{{ 'candidate.profile.title' | transloco }}</h1>
    <kp-banner tone="info">{{ 'candidate.profile.fixed' | transloco }}</kp-banner>
    <kp-data-state
      [loading]="page.loading()"
      [failure]="page.failure()"
      [ready]="profile() !== undefined"
      (retry)="page.retry()"
    >
      @if (profile()?.photoUrl; as photoUrl) {
        <img
          [src]="photoUrl"
          [alt]="'candidate.profile.photo' | transloco"
          width="147"
          height="206"
        />
      }
      @for (group of groups(); track group.id) {
        <h2>{{ 'candidate.profile.' + group.id | transloco }}</h2>
        <kp-summary-list [rows]="group.rows" />
      }
    </kp-data-state>
  `,
  host: { class: 'kp-page' },
})
export class ProfilePage {
  private readonly words = inject(AnswerWords);

  protected readonly page = reading(MyProfileDocument, () => ({}));
  protected readonly profile = computed(() => this.page.data()?.myProfile);
  protected readonly groups = computed(() => {
    const profile = this.profile();
    return GROUPS.map(({ id, fields }) => ({
      id,
      rows: profile ? fields.map((field) => this.row(profile, field)) : [],
    }));
  });

  private row(profile: Profile, id: keyof Profile): SummaryRow {
    const dictionary = DICTIONARIES[id];
    return {
      id,
      label: this.words.label(id),
      value: this.words.ofCode(dictionary, profile[id]),
    };
  }
}
