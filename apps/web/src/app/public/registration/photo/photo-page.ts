import { Component, inject, input, viewChild } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { Router } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { provideFormAttempt } from '@kaopu/web-ui';

import { onLanguageChange } from '../../../core/i18n/on-language-change.js';
import {
  type ExplainPhoto,
  PhotoChoice,
  type SendPhoto,
} from '../../../core/person/photo-choice.js';
import { Registration } from '../registration.js';
import { StepHeading } from '../step-heading.js';
import { addressAfter } from '../steps.js';

/** Step 4: the photo. */
@Component({
  selector: 'app-photo-page',
  imports: [MatButtonModule, PhotoChoice, StepHeading, TranslocoPipe],
  templateUrl: './photo-page.html',
  providers: [provideFormAttempt()],
  host: { class: 'kp-page' },
})
export class PhotoPage {
  /** `check` when the reader came from the answers to check. */
  readonly from = input<string>();

  private readonly router = inject(Router);
  private readonly transloco = inject(TranslocoService);
  private readonly registration = inject(Registration);
  private readonly choice = viewChild.required(PhotoChoice);

  protected readonly photo = this.registration.photo;

  /** A registration that is over begins again with the phone; only then pictures are taken. */
  protected readonly send: SendPhoto = async (picture, progress) => {
    const saved = await this.registration.uploadPhoto(picture, progress);
    if (saved !== 'saved' && !this.registration.phoneVerified()) {
      await this.router.navigateByUrl('/register/contact');
    }
    return saved;
  };
  protected readonly explain: ExplainPhoto = (note) => this.registration.explainPhoto(note);

  constructor() {
    onLanguageChange(() => this.registration.reread());
  }

  protected async goOn(): Promise<void> {
    if (this.photo() === undefined) {
      this.choice().refuse(this.transloco.translate('person.error.photo'));
      return;
    }
    await this.router.navigateByUrl(addressAfter('photo', this.from()));
  }
}
