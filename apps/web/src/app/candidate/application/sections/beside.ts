import { displayItemCode, type FieldDeclaration } from '@kaopu/domain';
import type { CertificateRequestPartsFragment } from '@kaopu/graphql';

/** One box of a section: the key of its text in the model, and what the certificate says beside it. */
export interface Box {
  readonly key: string;
  readonly declaration: FieldDeclaration;
  /** Undefined for a field that changes nothing on a certificate. */
  readonly current?: string;
  /** Added to the label where one field has a box for each item. */
  readonly itemCode?: string;
}

const HOLDER = {
  newName: 'name',
  newSex: 'sex',
  newIdNumber: 'idNumber',
  newEmployer: 'employer',
} as const;

const isHolderField = (id: string): id is keyof typeof HOLDER => Object.hasOwn(HOLDER, id);

/** Key of the box for one item's date. */
export const itemKey = (fieldId: string, itemCode: string): string => `${fieldId}/${itemCode}`;

/** The boxes of a field: one, or one for each item of the certificate. */
export function boxesOf(
  declaration: FieldDeclaration,
  request: CertificateRequestPartsFragment | null | undefined,
): readonly Box[] {
  const { id, kind } = declaration;
  if (!request) {
    return [{ key: id, declaration }];
  }
  if (kind === 'itemDates') {
    return request.holder.items.map(({ itemCode, firstIssueDate }) => ({
      key: itemKey(id, itemCode),
      declaration: { ...declaration, id: itemKey(id, itemCode), kind: 'date' },
      current: firstIssueDate,
      itemCode: displayItemCode(itemCode),
    }));
  }
  return [
    isHolderField(id)
      ? { key: id, declaration, current: request.holder[HOLDER[id]] }
      : { key: id, declaration },
  ];
}
