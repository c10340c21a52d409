import type { ApplicationDetailFragment, CertificateStatus } from '@kaopu/graphql';

/** States in which the printing desk neither prints a certificate nor hands it over. */
const STOPPED: readonly CertificateStatus[] = ['SUSPENDED', 'REVOKED', 'CANCELLED', 'SUPERSEDED'];

/** Cases whose next step is the printing desk's. */
const AT_THE_DESK: readonly ApplicationDetailFragment['status'][] = ['APPROVED', 'PRINTED'];

/**
 * The state of the certificate that an application led to, where it keeps the printing desk from going on:
 * what the case waits for then does not come.
 */
export function stoppedCertificate({
  status,
  certificate,
}: Pick<ApplicationDetailFragment, 'status' | 'certificate'>): CertificateStatus | undefined {
  return AT_THE_DESK.includes(status)
    ? STOPPED.find((state) => state === certificate?.status)
    : undefined;
}
