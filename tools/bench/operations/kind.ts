/** Who answers. TRUSTED is Kaopu asked by hash, as our own web app does it. */
export type Kind = 'floor' | 'stock' | 'kaopu' | 'trusted';
