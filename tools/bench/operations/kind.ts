/** Who answers: Kaopu may be there in further builds, to see what a change is worth. */
export type Kind = 'floor' | 'stock' | 'kaopu' | `kaopu ${string}`;

export const isKaopu = (kind: Kind): boolean => kind.startsWith('kaopu');
