import { Component, computed, DOCUMENT, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { MyCertificatesDocument } from '@kaopu/graphql';
import { DataState, QrImage, ShanghaiTime, StatusChip } from '@kaopu/web-ui';

import { certificateTone } from '../../core/certificates/certificate-tone.js';
import { FRESH_ADDRESSES, reading } from '../../core/graphql/reading.js';
import { ItemNamePipe } from '../../core/i18n/item-name.js';
import { CertificateRequests } from './certificate-requests.js';

/** The person's certificates: validity, PDF, and the address where anybody can check them. */
@Component({
  selector: 'app-certificates-page',
  imports: [
    CertificateRequests,
    DataState,
    ItemNamePipe,
    QrImage,
    ShanghaiTime,
    StatusChip,
    TranslocoPipe,
  ],
  templateUrl: './certificates-page.html',
  styleUrl: './certificates-page.scss',
})
export class CertificatesPage {
  private readonly origin = inject(DOCUMENT).location.origin;

  protected readonly page = reading(MyCertificatesDocument, () => ({}), FRESH_ADDRESSES);
  protected readonly certificates = computed(() =>
    this.page.data()?.myCertificates.map((certificate) => ({
      ...certificate,
      // A phone that scans the code needs the whole address.
      verifyAddress: new URL(certificate.verifyUrl, this.origin).href,
      tone: certificateTone(certificate.status),
    })),
  );
}
