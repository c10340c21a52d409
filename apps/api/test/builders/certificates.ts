import { v7 as uuid } from 'uuid';
import {
  CertificateRegister,
  type CertificateEntry,
} from '../../src/certificates/certificate-register.js';
import { Issuance, type LineToIssue } from '../../src/certificates/issuance.js';
import type { Actor } from '../../src/platform/access/actor.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { Transactions } from '../../src/platform/database/transactions.js';
import type { ApiHarness } from '../support/api-harness.js';
import { aCandidate } from './accounts.js';

/** Somebody inside the server, for commands that no browser sends. */
export const anActor = (overrides: Partial<Actor> = {}): Actor => ({
  kind: 'system',
  id: 'system',
  sessionId: null,
  roles: [],
  displayName: '演示',
  institutionCode: null,
  authorityCode: null,
  request: { id: uuid(), ip: '127.0.0.1', userAgent: 'test', language: 'zh-CN' },
  ...overrides,
});

export interface LineOverrides extends Partial<LineToIssue> {
  readonly institutionCode?: string;
  readonly authorityCode?: string;
}

/** A line that waits for the authority's decision, alone in its batch. */
export async function issueLine(
  api: ApiHarness,
  { institutionCode = 'EI-34', authorityCode = 'P34', ...line }: LineOverrides = {},
): Promise<{ batchId: string; lineId: string; holderAccountId: string; source: string }> {
  const { accountId, person } = line.holderAccountId
    ? { accountId: line.holderAccountId, person: null }
    : await aCandidate(api);
  const source = line.source ?? `test:${uuid()}`;
  const whole: LineToIssue = {
    holder: {
      name: person?.name ?? '演示考生',
      idNumber: person?.idNumber ?? '340101199001010000',
      sex: person?.sex ?? 'FEMALE',
      birthDate: person?.birthDate ?? '1990-01-01',
      employer: '演示特种设备检测有限公司',
    },
    itemCode: 'RT-II',
    purpose: 'ISSUE',
    replacesId: null,
    firstIssueDates: null,
    examPassedOn: '2026-11-01',
    firstIssueDate: null,
    evidence: { results: [] },
    photoFileId: null,
    tookPart: [],
    ...line,
    source,
    holderAccountId: accountId,
  };
  const actor = anActor();
  const batchId = await api.app
    .get(Transactions)
    .run({ actor, operation: 'test', idempotencyKey: null, input: null }, (tx) =>
      api.app.get(Issuance).addBatch(tx, actor, { institutionCode, authorityCode, lines: [whole] }),
    );
  if (typeof batchId !== 'string') throw new Error('The batch was refused.');
  const [row] = await api.db.query<{ id: string }[]>(
    'SELECT id FROM issue_line WHERE batch_id = ?',
    [batchId],
  );
  if (!row) throw new Error('The batch has no line.');
  return { batchId, lineId: row.id, holderAccountId: accountId, source };
}

let certificates = 0;

/** A certificate in the register, as if it had come from elsewhere, for RT-II until 2031-01-31. */
export async function certificate(
  api: ApiHarness,
  overrides: Partial<CertificateEntry> = {},
): Promise<CertificateEntry> {
  const entry: CertificateEntry = {
    id: uuid(),
    number: `YS-TEST-${String(++certificates).padStart(4, '0')}`,
    source: null,
    purpose: 'ISSUE',
    holderAccountId: null,
    holder: {
      name: '演示考生',
      idNumber: '340101199001010000',
      sex: 'FEMALE',
      birthDate: '1990-01-01',
      employer: '演示特种设备检测有限公司',
    },
    authorityCode: 'P34',
    institutionCode: 'EI-34',
    photoFileId: null,
    issuedAt: api.app.get(Clock).now(),
    items: [
      {
        itemCode: 'RT-II',
        firstIssueDate: '2026-02-01',
        approvalDate: '2026-02-01',
        validFrom: '2026-02-01',
        validTo: '2031-01-31',
        restriction: null,
      },
    ],
    actorId: 'system',
    ...overrides,
  };
  await api.db.transaction((em) => api.app.get(CertificateRegister).enter(em, entry));
  return entry;
}
