import { Component, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { RevealPersonalDataDocument } from '@kaopu/graphql';
import { Apollo } from 'apollo-angular';
import { firstValueFrom } from 'rxjs';

import { Commands } from '../../core/commands/commands.js';
import { notDoneNotice, type Notice, NoticeBox } from '../../core/commands/notice.js';

/** What was revealed, until the page is left. */
interface Revealed {
  readonly idNumber: string;
  readonly phone: string;
  readonly formUrl: string | null;
  /** What a change of certificate information asks for. */
  readonly newIdNumber: string | null;
}

/** Full ID number, phone and printed form of one case: with a reason, counted and recorded (security.md D3). */
@Component({
  selector: 'app-personal-data',
  imports: [MatButtonModule, NoticeBox, TranslocoPipe],
  template: `
    <app-notice [notice]="notice()" />
    @if (revealed(); as full) {
      <p>
        <span class="kp-number">{{ full.idNumber }}</span> ·
        <span class="kp-number">{{ full.phone }}</span>
        @if (full.newIdNumber; as number) {
          · <span class="kp-number">{{ 'staff.review.newIdNumber' | transloco: { number } }}</span>
        }
        @if (full.formUrl; as url) {
          · <a [href]="url" target="_blank" rel="noopener">{{ 'staff.review.form' | transloco }}</a>
        }
      </p>
    } @else {
      <details>
        <summary>{{ 'staff.review.reveal' | transloco }}</summary>
        <form class="kp-actions" (submit)="$event.preventDefault(); reveal(why.value)">
          <label
            >{{ 'staff.review.revealReason' | transloco }}
            <input #why type="text" required minlength="4" maxlength="200"
          /></label>
          <button matButton="outlined" type="submit" [disabled]="busy()">
            {{ 'staff.review.revealDo' | transloco }}
          </button>
        </form>
      </details>
    }
  `,
})
export class PersonalData {
  readonly applicationId = input.required<string>();

  private readonly apollo = inject(Apollo);
  private readonly commands = new Commands();
  protected readonly busy = this.commands.busy.asReadonly();
  protected readonly notice = signal<Notice | undefined>(undefined);
  protected readonly revealed = signal<Revealed | undefined>(undefined);

  protected async reveal(reason: string): Promise<void> {
    this.notice.set(undefined);
    const applicationId = this.applicationId();
    const outcome = await this.commands.run(
      `reveal|${applicationId}`,
      'RevealedPersonalData',
      async () => {
        const { data } = await firstValueFrom(
          this.apollo.mutate({
            mutation: RevealPersonalDataDocument,
            variables: { input: { applicationId, reason } },
            fetchPolicy: 'no-cache',
          }),
        );
        return data?.revealPersonalData;
      },
    );
    if (outcome.kind === 'done') this.revealed.set(outcome.result);
    else this.notice.set(notDoneNotice(outcome, () => this.reveal(reason)));
  }
}
