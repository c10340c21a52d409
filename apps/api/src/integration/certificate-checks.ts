import { levelOfItemCode, normaliseItemCode } from '@kaopu/domain';

/** One question about a certificate, each answered on its own (domain.md §18, goal G42). */
export const CheckCode = {
  /** Such a number exists and belongs to this name. */
  NUMBER_NAME: 'NUMBER_NAME',
  /** The certificate carries the method or equipment. */
  ITEM: 'ITEM',
  /** … at the level asked for. */
  LEVEL: 'LEVEL',
  /** The register has not suspended, revoked, cancelled or replaced it. */
  STATUS: 'STATUS',
  /** Every day asked for lies within the item's validity. */
  INTERVAL: 'INTERVAL',
  /** The issuing authority is responsible for such items. */
  ISSUER: 'ISSUER',
} as const;
export type CheckCode = keyof typeof CheckCode;

export interface Check {
  readonly code: CheckCode;
  readonly passed: boolean;
  readonly expected: string | null;
  readonly actual: string | null;
}

/** What somebody wants covered; days are `YYYY-MM-DD`, first and last included. */
export interface Claim {
  readonly itemCode: string;
  readonly from: string;
  readonly to: string;
}

/** One item of the certificate. */
export interface CertifiedItem {
  readonly code: string;
  /** Which authorities may issue it. */
  readonly issuingLevel: 'NATIONAL' | 'PROVINCIAL';
  readonly validFrom: string;
  readonly validTo: string;
}

/** What the register knows. */
export interface Evidence {
  readonly status: string;
  readonly authorityCode: string;
  /** Null when the authority is not in the catalogue. */
  readonly authorityLevel: 'NATIONAL' | 'PROVINCIAL' | null;
  readonly items: readonly CertifiedItem[];
}

/**
 * The stored code for an item and level as somebody wrote them: `RT-Ⅱ`, `RT2`, or `RT` with `II`
 * beside it; null when it cannot be read or the two contradict each other.
 */
export function claimedItemCode(item: string, level: string | null): string | null {
  const alone = normaliseItemCode(item);
  if (level === null || level.trim() === '') return alone;
  if (alone !== null && levelOfItemCode(alone) === null) return alone;
  const together = normaliseItemCode(`${alone === null ? item : methodOf(alone)}-${level}`);
  return alone === null || alone === together ? together : null;
}

/** Every check in a fixed order; the claim holds when all have passed. */
export function checkClaim(claim: Claim, evidence: Evidence): Check[] {
  const { items, status } = evidence;
  const method = methodOf(claim.itemCode);
  const ofMethod = items.filter(({ code }) => methodOf(code) === method);
  const item = ofMethod.find(({ code }) => code === claim.itemCode) ?? ofMethod[0];
  const carried = items.map(({ code }) => methodOf(code)).join(' ');
  const level = item ? levelOfItemCode(item.code) : null;
  return [
    row('NUMBER_NAME', true, null, null),
    row('ITEM', item !== undefined, method, carried),
    row('LEVEL', item?.code === claim.itemCode, levelOfItemCode(claim.itemCode), level),
    row('STATUS', status === 'VALID', 'VALID', status),
    interval(claim, item),
    issuer(evidence, item ?? items[0]),
  ];
}

/** Days are compared, so the last one counts to 24:00 (Asia/Shanghai). */
function interval({ from, to }: Claim, item: CertifiedItem | undefined): Check {
  const isCovered = item !== undefined && item.validFrom <= from && to <= item.validTo;
  const actual = item ? `${item.validFrom}/${item.validTo}` : null;
  return row('INTERVAL', isCovered, `${from}/${to}`, actual);
}

/** The State may issue everything, a province only what is left to provinces (domain.md §3). */
function issuer(
  { authorityCode, authorityLevel }: Evidence,
  item: CertifiedItem | undefined,
): Check {
  const needed = item?.issuingLevel ?? null;
  const mayIssue = authorityLevel === 'NATIONAL' || authorityLevel === needed;
  const actual = authorityLevel === null ? null : `${authorityLevel} ${authorityCode}`;
  return row('ISSUER', authorityLevel !== null && mayIssue, needed, actual);
}

/** The one answer for an unknown number and for a wrong name. */
export const notFound = (): Check[] => [row('NUMBER_NAME', false, null, null)];

const row = (
  code: CheckCode,
  passed: boolean,
  expected: string | null,
  actual: string | null,
): Check => ({ code, passed, expected, actual });

/** `RT` of `RT-II`; codes without a level are their own method. */
const methodOf = (code: string): string => code.replace(/-I{1,3}$/, '');
