import type { readFormQrText } from '../../documents/printed-form.js';

type FormPrint = NonNullable<ReturnType<typeof readFormQrText>>;

/** What the QR code on a signed form says about it. */
export const SignedFormFinding = {
  /** Printed from the application as it is. */
  MATCH: 'MATCH',
  /** Printed before the application was changed. */
  OLDER: 'OLDER',
  /** No code of ours can be read; somebody has to look. */
  UNREADABLE: 'UNREADABLE',
} as const;
export type SignedFormFinding = keyof typeof SignedFormFinding;

/** What a form is compared with. */
export interface FiledForm {
  readonly number: string | null;
  readonly dataVersion: number;
  readonly contentHash: string | null;
}

/** Which state of which application a scan shows. */
export type SignedFormReading =
  | { readonly finding: SignedFormFinding; readonly dataVersion: number }
  | { readonly finding: 'FOREIGN'; readonly applicationNo: string };

/** No version is ever 0: a paper that fits none is stale whatever is submitted later. */
const FITS_NOTHING = 0;

/**
 * Compares the codes found on a scan with the application (goal N5). A scan without a code counts as
 * current, because a crumpled paper is no fault of its owner; staff are told. The same version with
 * other content was not printed from what was submitted.
 */
export function readSignedForm(filed: FiledForm, prints: readonly FormPrint[]): SignedFormReading {
  const [first] = prints;
  if (!first) return { finding: 'UNREADABLE', dataVersion: filed.dataVersion };
  const own = prints.find(({ applicationNo }) => applicationNo === filed.number);
  if (!own) return { finding: 'FOREIGN', applicationNo: first.applicationNo };
  const isSameVersion = own.dataVersion === filed.dataVersion;
  const isSameContent = filed.contentHash?.startsWith(own.hashPrefix) ?? false;
  if (isSameVersion && isSameContent) return { finding: 'MATCH', dataVersion: own.dataVersion };
  return {
    finding: 'OLDER',
    dataVersion: own.dataVersion < filed.dataVersion ? own.dataVersion : FITS_NOTHING,
  };
}
