import { registerEnumType } from '@nestjs/graphql';

/** Why a certificate is printed: for an item gained or renewed, anew, or with corrected data (domain.md §11). */
export const IssuePurpose = { ISSUE: 'ISSUE', REISSUE: 'REISSUE', CHANGE: 'CHANGE' } as const;
export type IssuePurpose = keyof typeof IssuePurpose;

registerEnumType(IssuePurpose, {
  name: 'IssuePurpose',
  description: 'ISSUE: an item gained or renewed; REISSUE: 补发; CHANGE: 信息变更.',
});
