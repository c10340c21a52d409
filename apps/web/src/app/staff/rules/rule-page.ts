import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { RuleParametersDocument, WithdrawRuleChangeDocument } from '@kaopu/graphql';
import { Confirm, DataState, StatusChip, type Tone } from '@kaopu/web-ui';
import { Apollo } from 'apollo-angular';

import { Commands } from '../../core/commands/commands.js';
import { doneNotice, notDoneNotice, type Notice, NoticeBox } from '../../core/commands/notice.js';
import { reading } from '../../core/graphql/reading.js';
import { mutate } from '../../core/requests/mutate.js';
import { RuleForm } from './rule-form.js';
import { RuleWords } from './rule-words.js';

const TONES: Readonly<Record<string, Tone>> = { CURRENT: 'success', PLANNED: 'info' };

/** One rule: what held, holds and will hold, and from where; with the form for the next change. */
@Component({
  selector: 'app-rule-page',
  imports: [DataState, MatButtonModule, NoticeBox, RouterLink, RuleForm, StatusChip, TranslocoPipe],
  templateUrl: './rule-page.html',
  styleUrl: './rules.scss',
})
export class RulePage {
  /** Bound from the address. */
  readonly rule = input.required<string>();

  private readonly apollo = inject(Apollo);
  private readonly confirm = inject(Confirm);
  private readonly texts = inject(TranslocoService);
  private readonly commands = new Commands();
  protected readonly words = inject(RuleWords);
  protected readonly busy = this.commands.busy.asReadonly();
  protected readonly notice = signal<Notice | undefined>(undefined);

  protected readonly page = reading(RuleParametersDocument, () => ({}));
  protected readonly shown = computed(() =>
    this.page.data()?.ruleParameters.find(({ rule }) => rule === this.rule()),
  );
  protected readonly current = computed(() =>
    this.shown()?.values.find(({ phase }) => phase === 'CURRENT'),
  );
  /** The same value in a fresh answer is no reason to empty a form that is being filled in. */
  protected readonly value = computed(() => this.current()?.value, {
    equal: (one, other) => JSON.stringify(one) === JSON.stringify(other),
  });
  protected readonly tone = (phase: string): Tone => TONES[phase] ?? 'neutral';

  /** What was planned, or why not; either way the page shows what the server has now. */
  protected async said(notice: Notice): Promise<void> {
    this.notice.set(notice);
    await this.page.retry();
  }

  protected async withdraw(validFrom: string): Promise<void> {
    const isSure = await this.confirm.ask({
      title: this.texts.translate('staff.rules.withdrawTitle', { date: validFrom }),
      text: this.texts.translate('staff.rules.withdrawText'),
      confirm: this.texts.translate('staff.rules.withdraw'),
      destructive: true,
    });
    if (isSure) {
      await this.withdrawNow(validFrom);
    }
  }

  private async withdrawNow(validFrom: string): Promise<void> {
    const code = this.rule();
    const intent = `${code}|${validFrom}`;
    const outcome = await this.commands.run(intent, 'RuleParameter', async (idempotencyKey) => {
      const input = { code, validFrom, idempotencyKey };
      const data = await mutate(this.apollo, WithdrawRuleChangeDocument, { input });
      return data.withdrawRuleChange;
    });
    await this.said(
      outcome.kind === 'done'
        ? doneNotice('staff.rules.withdrawn', { date: validFrom })
        : notDoneNotice(outcome, () => this.withdrawNow(validFrom)),
    );
  }
}
