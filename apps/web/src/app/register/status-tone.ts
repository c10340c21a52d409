import type { CertificateStatus } from '@kaopu/graphql';
import type { Tone } from '@kaopu/web-ui';

const TONES: Readonly<Record<CertificateStatus, Tone>> = {
  VALID: 'success',
  EXPIRED: 'warning',
  SUSPENDED: 'warning',
  REVOKED: 'error',
  CANCELLED: 'error',
  SUPERSEDED: 'neutral',
};

/** The colour that repeats what the word of a state says. */
export const statusTone = (status: CertificateStatus): Tone => TONES[status];
