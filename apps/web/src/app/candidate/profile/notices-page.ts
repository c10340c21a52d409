import { Component, computed, inject, linkedSignal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  MyNoticePreferencesDocument,
  type NoticePreferencesPartsFragment,
  UpdateNoticePreferencesDocument,
} from '@kaopu/graphql';
import { DataState, FormAttempt, provideFormAttempt } from '@kaopu/web-ui';
import { Apollo } from 'apollo-angular';

import { ChoiceField } from '../../core/fields/choice-field.js';
import type { FieldRefusal, Refusal } from '../../core/requests/refusal.js';
import { mutate } from '../../core/requests/mutate.js';
import { reading } from '../../core/graphql/reading.js';
import { GroupForm } from './group-form.js';
import { GroupSaving } from './group-saving.js';

type Chosen = Pick<NoticePreferencesPartsFragment, 'sms' | 'mail' | 'language'>;

/** Each language calls itself by its own name, whatever language the page is in. */
const LANGUAGES = [
  { code: 'ZH_CN', text: '中文' },
  { code: 'EN', text: 'English' },
];

const asLanguage = (code: string): Chosen['language'] => (code === 'EN' ? 'EN' : 'ZH_CN');

/** 通知方式: which notices also come as text messages and mails, and in which language (experience.md §3.8). */
@Component({
  selector: 'app-notices-page',
  imports: [ChoiceField, DataState, FormField, GroupForm, TranslocoPipe],
  templateUrl: './notices-page.html',
  providers: [provideFormAttempt()],
  host: { class: 'kp-page' },
})
export class NoticesPage {
  private readonly apollo = inject(Apollo);
  private readonly attempt = inject(FormAttempt);

  protected readonly page = reading(MyNoticePreferencesDocument, () => ({}));
  protected readonly stored = computed(() => this.page.data()?.myNoticePreferences);
  /** A conflict moves it on: saving again then writes over what was chosen elsewhere. */
  private readonly version = linkedSignal(() => this.stored()?.version ?? 0);

  protected readonly languages = LANGUAGES;
  protected readonly saving = new GroupSaving<Chosen>(
    { save: (key, changes) => this.write(key, changes) },
    inject(Router),
    this.attempt,
  );

  private readonly model = linkedSignal<Omit<Chosen, 'language'> & { language: string }>(() => {
    const { sms = true, mail = true, language = 'ZH_CN' } = this.stored() ?? {};
    return { sms, mail, language };
  });

  protected readonly form = form(this.model, {
    submission: this.attempt.submission(() => this.save()),
  });

  private save(): Promise<FieldRefusal[] | undefined> {
    const { sms, mail, language } = this.model();
    return this.saving.save(this.form, { sms, mail, language: asLanguage(language) }, {});
  }

  private async write(idempotencyKey: string, chosen: Chosen): Promise<'saved' | Refusal> {
    const input = { ...chosen, version: this.version(), idempotencyKey };
    const data = await mutate(this.apollo, UpdateNoticePreferencesDocument, { input });
    const result = data.updateNoticePreferences;
    if ('code' in result) {
      this.version.update((seen) => ('currentVersion' in result ? result.currentVersion : seen));
      return result;
    }
    this.apollo.client.writeQuery({
      query: MyNoticePreferencesDocument,
      data: { myNoticePreferences: result },
    });
    return 'saved';
  }
}
