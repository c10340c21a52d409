import { registerEnumType } from '@nestjs/graphql';
import type { RegisteredStatus } from '@kaopu/domain';

/** State of a certificate (domain.md §5). EXPIRED is never stored: it follows from the dates. */
export const CertificateStatus = {
  VALID: 'VALID',
  EXPIRED: 'EXPIRED',
  SUSPENDED: 'SUSPENDED',
  REVOKED: 'REVOKED',
  CANCELLED: 'CANCELLED',
  SUPERSEDED: 'SUPERSEDED',
} as const;
export type CertificateStatus = keyof typeof CertificateStatus;

/**
 * The state on a Shanghai day. The last day counts in full, to 24:00; a certificate is expired once
 * its last item is.
 */
export function statusOn(
  registered: RegisteredStatus,
  items: readonly { readonly validTo: string }[],
  today: string,
): CertificateStatus {
  if (registered !== 'VALID') return registered;
  return items.some(({ validTo }) => validTo >= today) ? 'VALID' : 'EXPIRED';
}

/** Steps of the printing desk. */
export const CertificateStep = {
  MARK_PRINTED: 'MARK_PRINTED',
  MARK_DELIVERED: 'MARK_DELIVERED',
} as const;
export type CertificateStep = keyof typeof CertificateStep;

registerEnumType(CertificateStatus, { name: 'CertificateStatus' });
registerEnumType(CertificateStep, { name: 'CertificateStep' });
