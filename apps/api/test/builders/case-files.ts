import type { ApplicationType } from '@kaopu/domain';
import type { ApplicationRow } from '../../src/registrations/cases/application.entity.js';
import type { CaseFile } from '../../src/registrations/cases/case-file.js';

const BEGUN = new Date('2026-11-24T02:00:00Z');

function aDraftRow({ code, version }: ApplicationType): ApplicationRow {
  return {
    id: 'case',
    number: null,
    type: code,
    declarationVersion: version,
    ruleDate: null,
    accountId: 'owner',
    itemCode: 'RT-II',
    certificateId: null,
    planId: null,
    seatPlanId: null,
    institutionCode: null,
    authorityCode: null,
    status: 'DRAFT',
    answersEnc: Buffer.alloc(0),
    submittedAnswersEnc: null,
    personEnc: null,
    dataVersion: 0,
    contentHash: null,
    signedDataVersion: null,
    signedFinding: null,
    reviewerId: null,
    deletedAt: null,
    deletedFrom: null,
    returnDueAt: null,
    passedOn: null,
    submittedAt: null,
    createdAt: BEGUN,
    updatedAt: BEGUN,
    version: 1,
    liveItem: null,
    liveKey: 1,
  };
}

/** A case as its tables say it, just begun; for what is worked out from a case without a database. */
export function aCaseFile(type: ApplicationType, over: Partial<CaseFile> = {}): CaseFile {
  return {
    row: aDraftRow(type),
    type,
    certificate: null,
    answers: {},
    submitted: null,
    content: null,
    slots: new Map(),
    verdicts: [],
    marks: [],
    planChoice: 'BY_CANDIDATE',
    plan: null,
    actorTookPart: [],
    ...over,
  };
}
