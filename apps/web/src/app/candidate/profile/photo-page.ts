import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { provideFormAttempt } from '@kaopu/web-ui';

import { onLanguageChange } from '../../core/i18n/on-language-change.js';
import { type ExplainPhoto, PhotoChoice, type SendPhoto } from '../../core/person/photo-choice.js';
import { BackLink } from '../words/back-link.js';
import { ProfileEditing } from './profile-editing.js';

/** A new photo for the profile; applications keep the copy they were given. */
@Component({
  selector: 'app-photo-change-page',
  imports: [BackLink, PhotoChoice, RouterLink, TranslocoPipe],
  template: `
    <a appBack routerLink="/profile">{{ 'candidate.profile.back' | transloco }}</a>
    <h1>{{ 'person.photo.title' | transloco }}</h1>
    <app-photo-choice [photo]="photo()" [send]="send" [explain]="explain">
      <div class="kp-actions">
        <a class="kp-button kp-button-filled" routerLink="/profile">{{
          'candidate.profile.finish' | transloco
        }}</a>
      </div>
    </app-photo-choice>
  `,
  providers: [provideFormAttempt()],
  host: { class: 'kp-page' },
})
export class PhotoChangePage {
  private readonly editing = inject(ProfileEditing);

  protected readonly photo = computed(() => this.editing.profile().photo ?? undefined);
  protected readonly send: SendPhoto = (picture, progress, key) =>
    this.editing.uploadPhoto(key, picture, progress);
  protected readonly explain: ExplainPhoto = (note, key) => this.editing.explainPhoto(key, note);

  constructor() {
    onLanguageChange(() => this.editing.load());
  }
}
