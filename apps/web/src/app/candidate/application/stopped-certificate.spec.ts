import type { ApplicationDetailFragment, CertificateStatus } from '@kaopu/graphql';
import { describe, expect, it } from 'vitest';

import { stoppedCertificate } from './stopped-certificate.js';

const after = (
  status: ApplicationDetailFragment['status'],
  certificate: CertificateStatus | null,
): CertificateStatus | undefined =>
  stoppedCertificate({
    status,
    certificate: certificate && {
      id: 'c1',
      number: 'YS-1',
      status: certificate,
      verifyUrl: '/v/1',
      pdfUrl: null,
      correctedBy: null,
    },
  });

describe('A certificate that stops its application', () => {
  it.each(['SUSPENDED', 'REVOKED', 'CANCELLED', 'SUPERSEDED'] as const)(
    'is %s and not yet printed or handed over',
    (status) => {
      expect(after('APPROVED', status)).toBe(status);
      expect(after('PRINTED', status)).toBe(status);
      expect(after('DELIVERED', status)).toBeUndefined();
    },
  );

  it.each(['VALID', 'EXPIRED', null] as const)('is not %s', (status) => {
    expect(after('APPROVED', status)).toBeUndefined();
  });
});
