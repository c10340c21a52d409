/**
 * The three catalogues of majors a holder may have graduated under (domain.md §16).
 * A code means different majors in different catalogues, so the key is always (catalogue, code).
 */
export const CATALOGUES = ['2012', '1998', '1993'] as const;
export type Catalogue = (typeof CATALOGUES)[number];

/** How an older major became a newer one. SUGGESTED: nobody knows, this one is nearest. */
export const RELATION_KINDS = [
  'SAME',
  'RENAMED',
  'MERGED',
  'SPLIT_PART',
  'MOVED_OUT',
  'SUGGESTED',
] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];

/** A confirmed by a page … D a guess; tools/reference-data/majors.README.md. */
export const CONFIDENCES = ['A', 'B', 'C', 'D'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export interface MajorKey {
  readonly catalogue: Catalogue;
  /** For 1993, where no codes are known, the name itself. */
  readonly code: string;
}

/** One 专业 of one catalogue. */
export interface MajorRow extends MajorKey {
  readonly name: string;
  readonly discipline: string | null;
  readonly className: string | null;
  /** Came into the 2012 catalogue after 2012. */
  readonly added: boolean;
  /** False for successors outside science and engineering: shown as relatives, never offered. */
  readonly selectable: boolean;
  /** Null = the catalogue itself was read. */
  readonly confidence: Confidence | null;
  /** `zhongqingdaxue`-style spelling, lower case, without spaces; ü is v. */
  readonly pinyin: string;
  /** First letters of the syllables. */
  readonly initials: string;
  /** 0–7 for the classes that feed this trade (domain.md §16), 99 for all others. */
  readonly tradeRank: number;
}

/** An older major and what it became. */
export interface MajorRelationRow {
  readonly older: MajorKey;
  readonly newer: MajorKey;
  readonly kind: RelationKind;
  readonly confidence: Confidence;
}

export interface MajorsData {
  readonly majors: readonly MajorRow[];
  readonly relations: readonly MajorRelationRow[];
}
