import type { CertificateStatus } from '@kaopu/graphql';
import type { Tone } from '@kaopu/web-ui';

const TONES: Readonly<Record<CertificateStatus, Tone>> = {
  VALID: 'success',
  EXPIRED: 'warning',
  SUSPENDED: 'warning',
  REVOKED: 'error',
  CANCELLED: 'error',
  SUPERSEDED: 'warning',
};

/** The colour that repeats what the word of a state says: one that ended by itself or for now warns, one taken away alarms. */
export const certificateTone = (status: CertificateStatus): Tone => TONES[status];
