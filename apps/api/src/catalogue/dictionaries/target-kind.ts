import { registerEnumType } from '@nestjs/graphql';

/** What a reviewer judges one by one: a field of the form, or a material slot (材料). */
export const TargetKind = { FIELD: 'FIELD', SLOT: 'SLOT' } as const;
export type TargetKind = keyof typeof TargetKind;

registerEnumType(TargetKind, { name: 'TargetKind' });
