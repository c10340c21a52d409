import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { ruleFamily } from '@kaopu/domain';
import { RuleParametersDocument } from '@kaopu/graphql';
import { DataState } from '@kaopu/web-ui';

import { reading } from '../../core/graphql/reading.js';
import { RuleWords } from './rule-words.js';

/** Parts of the list: switches, clauses, and everything that counts something. */
const GROUPS = ['counts', 'planChoice', 'clause'] as const;

/** Which part a rule belongs to. */
const groupOf = (code: string): string =>
  GROUPS.find((group) => group === ruleFamily(code)) ?? 'counts';

/** 规则参数: every limit, window and switch that is data, what holds now and what is planned. */
@Component({
  selector: 'app-rules-page',
  imports: [DataState, RouterLink, TranslocoPipe],
  templateUrl: './rules-page.html',
  styleUrl: './rules.scss',
})
export class RulesPage {
  private readonly words = inject(RuleWords);

  protected readonly page = reading(RuleParametersDocument, () => ({}));
  protected readonly groups = computed(() => {
    const rows = (this.page.data()?.ruleParameters ?? []).map(({ rule, values }) => {
      const current = values.find(({ phase }) => phase === 'CURRENT');
      // The values come newest first, so that the next one is the last of those to come.
      const next = values.findLast(({ phase }) => phase === 'PLANNED');
      return {
        code: rule,
        group: groupOf(rule),
        name: this.words.name(rule),
        since: current?.validFrom,
        value: current && this.words.value(rule, current.value),
        next: next && { from: next.validFrom, value: this.words.value(rule, next.value) },
      };
    });
    return GROUPS.map((name) => ({ name, rows: rows.filter(({ group }) => group === name) }));
  });
}
