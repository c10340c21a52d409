import { signal } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';
import type { Router } from '@angular/router';
import type { FormAttempt } from '@kaopu/web-ui';

import { Command } from '../../core/requests/command.js';
import {
  type FieldRefusal,
  type FieldsByName,
  type Refusal,
  Refusals,
} from '../../core/requests/refusal.js';

/** Writes the fields of one group. */
interface GroupWriter<Changes> {
  save(idempotencyKey: string, changes: Changes): Promise<'saved' | Refusal>;
}

/** Saves one group of the profile and leads back to the whole; keeps what was typed when it cannot. */
export class GroupSaving<Changes> {
  readonly command = new Command();
  readonly refusals: Refusals;
  /** Somebody changed the profile since this page was opened, perhaps the same person elsewhere. */
  readonly conflict = signal(false);

  constructor(
    private readonly writer: GroupWriter<Changes>,
    private readonly router: Router,
    attempt: FormAttempt,
  ) {
    this.refusals = new Refusals(attempt);
  }

  async save(
    form: FieldTree<unknown>,
    changes: Changes,
    fields: FieldsByName,
  ): Promise<FieldRefusal[] | undefined> {
    this.conflict.set(false);
    if (!this.refusals.begins(form)) {
      return undefined;
    }
    const saved = await this.command.run(
      (key) => this.writer.save(key, changes),
      JSON.stringify(changes),
    );
    if (saved === 'saved') {
      await this.router.navigateByUrl('/profile?done=saved');
      return undefined;
    }
    if (saved?.code === 'CONFLICT') {
      this.conflict.set(true);
      return undefined;
    }
    return saved && this.refusals.show(saved, fields);
  }
}
