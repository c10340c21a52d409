import { createHash } from 'node:crypto';
import {
  canonicalJson,
  contentHashInput,
  printedContent,
  type ApplicationType,
} from '@kaopu/domain';
import type { CaseContent, CaseFile, VerdictRow } from './case-file.js';

/** SHA-256, hex, of a text that stands for some content. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What a form shows beside answers and person. */
export interface PrintedBeside {
  readonly planId: string | null;
  /** SHA-256 of the photo. */
  readonly photo: string | null;
}

/** Which content the form of a case prints; the signed form is stale exactly when this has changed (goals N5). */
export function contentHash(
  type: ApplicationType,
  { person, answers }: CaseContent,
  beside: PrintedBeside,
): string {
  const printed = contentHashInput(printedContent(type, person, answers));
  return sha256(canonicalJson({ printed, ...beside }));
}

/** Requests about a certificate choose no plan, and their forms show no photo. */
export const NOTHING_BESIDE: PrintedBeside = { planId: null, photo: null };

/** Which content of a field or file a verdict is about; another content makes the verdict stale. */
export function targetHash(
  { targetKind, target }: Pick<VerdictRow, 'targetKind' | 'target'>,
  content: CaseContent | null,
  slots: CaseFile['slots'],
): string {
  if (targetKind === 'SLOT') return slots.get(target)?.file.sha256 ?? sha256('');
  const values = new Map<string, unknown>(
    Object.entries({ ...content?.person, ...content?.answers }),
  );
  return sha256(canonicalJson(values.get(target) ?? null));
}

/** Whether a verdict no longer speaks of what the asking actor sees now. */
export const isStale = (verdict: VerdictRow, { content, slots }: CaseFile): boolean =>
  targetHash(verdict, content, slots) !== verdict.contentHash;
