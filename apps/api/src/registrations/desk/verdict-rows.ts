import type { EntityManager } from 'typeorm';
import type { CaseFile } from '../cases/case-file.js';
import { targetHash } from '../cases/fingerprint.js';
import type { VerdictInput } from './review.inputs.js';

/** Records what was said about one target, with the content it was said about; replaces what was said before. */
export async function putVerdict(
  em: EntityManager,
  { row, content, slots }: CaseFile,
  verdict: VerdictInput,
  { reviewerId, at }: { readonly reviewerId: string; readonly at: Date },
): Promise<void> {
  const { targetKind, target, ok, reasonCode, note } = verdict;
  await em.query(
    `INSERT INTO verdict (application_id, target_kind, target, ok, reason_code, note, content_hash, reviewer_id, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON DUPLICATE KEY UPDATE ok = VALUES(ok), reason_code = VALUES(reason_code), note = VALUES(note),
       content_hash = VALUES(content_hash), reviewer_id = VALUES(reviewer_id), at = VALUES(at)`,
    [
      row.id,
      targetKind,
      target,
      ok,
      ok ? null : (reasonCode ?? null),
      ok ? null : note?.trim() || null,
      targetHash({ targetKind, target }, content, slots),
      reviewerId,
      at,
    ],
  );
}
