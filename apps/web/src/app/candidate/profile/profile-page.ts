import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { DictionaryCode } from '@kaopu/domain';
import { MyProfileDocument } from '@kaopu/graphql';
import { Banner, DataState, SummaryList, type SummaryRow } from '@kaopu/web-ui';

import { LanguageChoice } from '../../core/i18n/language-choice.js';
import { reading } from '../../core/graphql/reading.js';
import { AnswerWords } from '../../core/answers/answer-words.js';
import { OpenApplications } from './open-applications.js';
import { type Profile, PROFILE_GROUPS } from './profile-groups.js';

const DICTIONARIES: Partial<Record<keyof Profile, DictionaryCode>> = {
  sex: 'sex',
  idType: 'idType',
  education: 'education',
  degree: 'degree',
  majorType: 'majorType',
  title: 'title',
  employerType: 'employerType',
};

const DONE: Readonly<Record<string, string>> = {
  saved: 'candidate.profile.saved',
  phone: 'candidate.profile.phoneSaved',
};

/** The person's registered data, group by group, each with its way to change it (manual chapter 4). */
@Component({
  selector: 'app-profile-page',
  imports: [Banner, DataState, OpenApplications, RouterLink, SummaryList, TranslocoPipe],
  templateUrl: './profile-page.html',
  styleUrl: './profile-page.scss',
  host: { class: 'kp-page' },
})
export class ProfilePage {
  /** From the address: what was just changed. */
  readonly done = input<string>();

  private readonly words = inject(AnswerWords);
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);

  protected readonly doneKey = computed(() => DONE[this.done() ?? '']);
  protected readonly page = reading(MyProfileDocument, () => ({}));
  protected readonly profile = computed(() => this.page.data()?.myProfile);
  protected readonly groups = computed(() => {
    this.language.current();
    const profile = this.profile();
    return PROFILE_GROUPS.map(({ id, path, fields }) => ({
      id,
      path,
      rows: profile ? fields.map((field) => this.row(profile, field)) : [],
    }));
  });

  private row(profile: Profile, id: keyof Profile): SummaryRow {
    const dictionary = DICTIONARIES[id];
    return {
      id,
      label:
        id === 'divisionName' ? this.transloco.translate('person.division') : this.words.label(id),
      value: this.words.ofCode(dictionary, profile[id]),
    };
  }
}
