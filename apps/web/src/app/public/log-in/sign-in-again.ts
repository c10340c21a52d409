import { Component, DestroyRef, inject, Injector } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialog,
  MatDialogConfig,
  MatDialogModule,
  MatDialogRef,
} from '@angular/material/dialog';
import { TranslocoPipe } from '@jsverse/transloco';
import { lastValueFrom } from 'rxjs';

import { connectionProviders, SHARED_APOLLO } from '../../core/graphql/connection.js';
import { LanguageChoice } from '../../core/i18n/language-choice.js';
import type { EndOfSession } from '../../core/session/interruption.js';
import { Session, type Side } from '../../core/session/session.js';
import { SessionRenewal } from '../../core/session/session-renewal.js';
import { LogInForm } from './log-in-form.js';
import { StaffLogInForm } from './staff-log-in-form.js';

interface Ended {
  readonly side: Side;
  readonly why: EndOfSession;
}

/** The log-in in front of a page whose session ended; signing in in another tab answers it as well. */
@Component({
  selector: 'app-sign-in-again',
  imports: [LogInForm, MatButtonModule, MatDialogModule, StaffLogInForm, TranslocoPipe],
  template: `
    <h1 mat-dialog-title>{{ 'public.signInAgain.title' | transloco }}</h1>
    <mat-dialog-content>
      <p>
        @if (ended.why === 'idle') {
          {{ 'public.signInAgain.idle' | transloco }}
        } @else {
          {{ 'public.signInAgain.expired' | transloco }}
        }
        {{ 'public.signInAgain.kept' | transloco }}
      </p>
      @if (ended.side === 'candidate') {
        <app-log-in-form (signedIn)="self.close()" />
      } @else {
        <app-staff-log-in-form (signedIn)="self.close()" />
      }
    </mat-dialog-content>
    <mat-dialog-actions>
      <button matButton="outlined" type="button" (click)="self.close()">
        {{ 'public.signInAgain.leave' | transloco }}
      </button>
    </mat-dialog-actions>
  `,
})
export class SignInAgainDialog {
  protected readonly self = inject<MatDialogRef<SignInAgainDialog>>(MatDialogRef);
  protected readonly ended = inject<Ended>(MAT_DIALOG_DATA);
  private readonly renewal = inject(SessionRenewal);

  constructor() {
    const open = new AbortController();
    inject(DestroyRef).onDestroy(() => {
      open.abort();
    });
    inject(Session).whenBegunElsewhere(() => void this.follow(), open.signal);
  }

  private async follow(): Promise<void> {
    // An unreachable server: the form in front of the person still works.
    if (await this.renewal.restore().catch(() => false)) {
      this.self.close();
    }
  }
}

/** Covers the page until somebody is signed in or wants to leave; no key and no way back closes it. */
export async function signInAgain(
  injector: Injector,
  side: Side,
  why: EndOfSession,
): Promise<void> {
  await injector.get(LanguageChoice).addArea('public');
  const config = Object.assign(new MatDialogConfig<Ended>(), {
    data: { side, why },
    injector: Injector.create({ providers: connectionProviders, parent: injector }),
    disableClose: true,
    closeOnNavigation: false,
    backdropClass: 'kp-cover',
    width: '32rem',
    maxWidth: '100vw',
  });
  const dialog = injector.get(MatDialog).open(SignInAgainDialog, config);
  await lastValueFrom(dialog.afterClosed());
}

/** Forgets what was loaded for the person who was here. */
export async function forget(injector: Injector): Promise<void> {
  await injector.get(SHARED_APOLLO).client.clearStore();
}
