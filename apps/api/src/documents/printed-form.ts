/** A caption beside a value, both already in the reader's language and display form (`RT-Ⅱ`, `2027-03-01`). */
export interface LabelledText {
  readonly label: string;
  readonly value: string;
}

/** One field of a form. Two ordinary fields share a line; a wide one takes a line of its own. */
export interface FormRow extends LabelledText {
  readonly wide?: boolean;
}

/** A band with a title and the fields beneath it. */
export interface FormGroup {
  readonly title: string;
  readonly rows: readonly FormRow[];
}

/** A ruled list: work records, held certificates, before and after of a change, certificate items. */
export interface FormTable {
  readonly title: string;
  readonly headers: readonly string[];
  /** Each row has one text per header. */
  readonly rows: readonly (readonly string[])[];
  /** Relative column widths, one per header; equal columns when absent. */
  readonly weights?: readonly number[];
  /** Printed in place of the rows when there are none. */
  readonly emptyText?: string;
}

/** The applicant's promise with a line to sign on. */
export interface FormDeclaration {
  readonly title: string;
  readonly text: string;
  /** Followed by a ruled line to sign on. */
  readonly signatureLabel: string;
  /** Holds its own blanks: `____年____月____日`. */
  readonly dateLabel: string;
}

/** A box somebody else writes and stamps in: employer, exam institution, issuing authority. */
export interface FormOpinion {
  readonly title: string;
  /** Words printed above the free space, for instance the choice to tick. */
  readonly text?: string;
  readonly signatureLabel?: string;
  readonly stampLabel: string;
  readonly dateLabel: string;
}

/** What every printed page carries, whatever it is. */
export interface PrintedPage {
  /** Language of the texts, written into the file for screen readers. */
  readonly language: 'zh-CN' | 'en';
  /** When the printed state of the data came to be; with the data it fixes every byte of the file. */
  readonly madeAt: Date;
  readonly heading: string;
  readonly subheading?: string;
  readonly number: LabelledText;
  readonly qrText: string;
  /** JPEG or PNG, portrait 33:41 (domain.md §15). */
  readonly photo: Uint8Array | null;
  /** Words in the empty frame when there is no photo; null leaves the place for a photo out. */
  readonly photoLabel: string | null;
  readonly footer: string;
  /** Page count text with the places `{page}` and `{pages}`. */
  readonly pageLabel: string;
  /** Large pale text across each page, for demonstration installations. */
  readonly watermark?: string;
}

/**
 * An application form as plain data: one object feeds the PDF and the HTML print view.
 * The same structure serves the registration, reissue and change forms (domain.md §12).
 */
export interface ApplicationFormData extends PrintedPage {
  /** Short human-readable digest of the printed content, compared by eye with the signed paper. */
  readonly checksum: LabelledText;
  readonly groups: readonly FormGroup[];
  readonly tables: readonly FormTable[];
  readonly declaration: FormDeclaration | null;
  readonly opinions: readonly FormOpinion[];
}

/** A personnel certificate as plain data (domain.md §5): person, items with their own dates, issuer, verification. */
export interface CertificateData extends PrintedPage {
  readonly holder: readonly LabelledText[];
  readonly items: FormTable;
  /** Issuing authority, issue date, exam institution. */
  readonly issue: readonly LabelledText[];
  readonly stampLabel: string;
  /** Caption and address of the public verification page; the QR carries `qrText`. */
  readonly verification: LabelledText;
  /** State of the certificate when it was printed, if a reader must know it (replaced, suspended). */
  readonly statusNote?: string;
  readonly notes: readonly string[];
}

/** What ties a signed paper to the state of the data it was printed from (goal N5). */
export interface FormFingerprint {
  readonly applicationNo: string;
  readonly dataVersion: number;
  /** SHA-256 of the printed content, 64 hexadecimal digits. */
  readonly contentHash: string;
}

const HASH_DIGITS_IN_QR = 16;
const HASH_DIGITS_IN_CHECKSUM = 12;

/** The text of a form's QR code: `KP1|form|<application no.>|<data version>|<first 16 digits of the hash>`. */
export function formQrText(print: FormFingerprint): string {
  return `KP1|form|${print.applicationNo}|${print.dataVersion}|${print.contentHash.slice(0, HASH_DIGITS_IN_QR)}`;
}

/** The digest a person compares by eye: twelve digits of the content hash as `A1B2-C3D4-E5F6`. */
export function formChecksum(print: FormFingerprint): string {
  const digits = print.contentHash.slice(0, HASH_DIGITS_IN_CHECKSUM).toUpperCase();
  return digits.replace(/(.{4})(?=.)/g, '$1-');
}

/** What a form's QR code says, or null when the text is not one of ours; `hashPrefix` has 16 digits. */
export function readFormQrText(
  text: string,
): { applicationNo: string; dataVersion: number; hashPrefix: string } | null {
  const match = /^KP1\|form\|([^|]{1,64})\|(\d{1,9})\|([0-9a-f]{16})$/.exec(text);
  const [, applicationNo, dataVersion, hashPrefix] = match ?? [];
  if (applicationNo === undefined || dataVersion === undefined || hashPrefix === undefined)
    return null;
  return { applicationNo, dataVersion: Number(dataVersion), hashPrefix };
}
