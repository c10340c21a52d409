import {
  answerProblems,
  changeProblems,
  touchedRows,
  type AnswerProblem,
  type Answers,
  type ApplicationType,
  type CertifiedData,
} from '@kaopu/domain';
import type { IssuedCertificate } from '../../certificates/issued-certificates.js';
import type { CaseContent } from './case-file.js';

/** What a case is checked against: its declaration, and the certificate a request is about. */
export interface Checked {
  readonly type: ApplicationType;
  readonly certificate: IssuedCertificate | null;
}

/** The certificate's data as a change compares them; null for a case that changes none. */
export function certifiedData({ type, certificate }: Checked): CertifiedData | null {
  if (type.registrationType !== 'CHANGE' || certificate === null) return null;
  return { ...certificate.holder, items: certificate.items };
}

/** What is wrong with the answers given so far, of themselves and beside the certificate. */
export function contentProblems(
  checked: Checked,
  { answers, person }: CaseContent,
  today: string,
): readonly AnswerProblem[] {
  const data = certifiedData(checked);
  const shape = answerProblems(checked.type, answers, today);
  if (data === null || shape.length > 0) return shape;
  return changeProblems(data, answers, person, today);
}

/** A change that changes nothing cannot be handed in (experience.md §2.9: only touched rows count). */
export function unchanged(checked: Checked, answers: Answers): readonly AnswerProblem[] {
  const data = certifiedData(checked);
  return data !== null && touchedRows(data, answers).length === 0
    ? [{ path: 'newName', key: 'problem.nothingChanged', params: {} }]
    : [];
}
