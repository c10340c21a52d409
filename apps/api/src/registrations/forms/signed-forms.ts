import { Injectable } from '@nestjs/common';
import { readFormQrText } from '../../documents/printed-form.js';
import type { RefusedError } from '../../platform/graphql/user-error.js';
import { refuse } from '../../platform/i18n/refuse.js';
import type { CaseChange } from '../cases/case-commands.js';
import { readSignedForm, type FiledForm } from './signed-form.js';

/** The columns of a case whose slot for the signed form is empty. */
export const NO_SIGNED_FORM = { signedDataVersion: null, signedFinding: null } as const;

/** Writes down what a signed form shows, and turns away forms of other applications. */
@Injectable()
export class SignedForms {
  /**
   * Fills the change's `set` for a form that may stay.
   *
   * @param filed what a form printed now would say.
   * @param codes texts of the QR codes on it.
   * @returns why it may not: another application's paper shows another person's data.
   */
  async note(
    { tx: { em, note }, actor, set }: CaseChange,
    filed: FiledForm,
    codes: readonly string[],
  ): Promise<RefusedError | null> {
    const reading = readSignedForm(
      filed,
      codes.flatMap((code) => readFormQrText(code) ?? []),
    );
    if (reading.finding === 'FOREIGN') {
      const { applicationNo } = reading;
      const [own] = await em.query<unknown[]>(
        'SELECT 1 FROM application WHERE number = ? AND account_id = ?',
        [applicationNo, actor.id],
      );
      return own
        ? refuse(actor, 'VALIDATION', 'signedForm.otherApplication', { number: applicationNo })
        : refuse(actor, 'VALIDATION', 'signedForm.otherPerson');
    }
    set.signedDataVersion = reading.dataVersion;
    set.signedFinding = reading.finding;
    note({ signedForm: reading.finding });
    return null;
  }
}
