/** Who answers. BEFORE is Kaopu of another build, to see what a change is worth. */
export type Kind = 'floor' | 'stock' | 'before' | 'kaopu';

export const isKaopu = (kind: Kind): boolean => kind === 'kaopu' || kind === 'before';
