import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { MajorHit } from './major.type.js';
import type { Catalogue, MajorKey } from './major-rows.js';
import { foldSearchText } from './major-spelling.js';

type Hit = Omit<MajorHit, 'relatedNames' | 'added'> & {
  readonly catalogue: Catalogue;
  readonly added: number;
};

interface Neighbour {
  readonly fromCatalogue: Catalogue;
  readonly fromCode: string;
  readonly catalogue: Catalogue;
  readonly code: string;
  readonly name: string;
}

/** 1993 → 1998 → 2012: two steps reach every relative. */
const STEPS = 2;

/** Two lookups by key instead of one join with OR, which reads every relation for every major. */
const RELATED = `
      EXISTS (SELECT 1 FROM major_relation r
              JOIN major o ON o.catalogue = r.older_catalogue AND o.code = r.older_code
              WHERE r.newer_catalogue = m.catalogue AND r.newer_code = m.code AND o.name LIKE :part)
      OR EXISTS (SELECT 1 FROM major_relation r
              JOIN major o ON o.catalogue = r.newer_catalogue AND o.code = r.newer_code
              WHERE r.older_catalogue = m.catalogue AND r.older_code = m.code AND o.name LIKE :part)`;

/** Reads majors for the one search box over three catalogues (domain.md §16). */
@Injectable()
export class MajorsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Majors whose name, pinyin, initials or code contain `text`, or whose earlier or later name does.
   * The exact name comes first, then own matches before relatives, then the classes that feed this trade.
   */
  async search(text: string, first: number): Promise<MajorHit[]> {
    const folded = foldSearchText(text);
    if (folded === '') return [];
    const part = `%${folded}%`;
    const start = `${folded}%`;
    const [sql, values] = named(
      `SELECT m.catalogue, m.code, m.name, m.discipline, m.class_name AS class, m.added, m.confidence,
              CASE WHEN m.name LIKE :part THEN 'NAME'
                   WHEN m.initials LIKE :start THEN 'INITIALS'
                   WHEN m.pinyin LIKE :part THEN 'PINYIN'
                   WHEN m.initials LIKE :part THEN 'INITIALS'
                   WHEN m.catalogue <> '1993' AND m.code LIKE :code THEN 'CODE'
                   ELSE 'RELATED_NAME' END AS matchedBy
       FROM major m
       WHERE m.selectable = 1
         AND (m.name LIKE :part OR m.pinyin LIKE :part OR m.initials LIKE :part
              OR m.code LIKE :code OR ${RELATED})
       ORDER BY m.name = :folded DESC, matchedBy = 'RELATED_NAME', m.trade_rank,
                (m.name LIKE :start OR m.initials LIKE :start OR m.pinyin LIKE :start) DESC,
                m.catalogue DESC, m.code
       LIMIT :first`,
      { folded, part, start, code: `${folded.toUpperCase()}%`, first },
    );
    const hits = await this.dataSource.query<Hit[]>(sql, values);
    const related = await this.relatedNames(hits);
    return hits.map((hit) => ({
      ...hit,
      added: hit.added === 1,
      relatedNames: related.get(keyText(hit)) ?? [],
    }));
  }

  /** Earlier and later names of each hit, nearest first, followed in one direction only. */
  private async relatedNames(hits: readonly MajorKey[]): Promise<ReadonlyMap<string, string[]>> {
    const found = new Map<string, Set<string>>();
    for (const direction of ['newer', 'older'] as const) {
      let frontier = new Map(hits.map((hit) => [keyText(hit), [keyText(hit)]]));
      let keys: readonly MajorKey[] = hits;
      for (let step = 0; step < STEPS && keys.length > 0; step++) {
        const neighbours = await this.neighbours(keys, direction);
        const next = new Map<string, string[]>();
        for (const neighbour of neighbours) {
          const { fromCatalogue, fromCode, catalogue, name } = neighbour;
          const origins = frontier.get(`${fromCatalogue} ${fromCode}`) ?? [];
          for (const origin of origins) {
            found.set(origin, (found.get(origin) ?? new Set()).add(`${name} (${catalogue})`));
          }
          next.set(keyText(neighbour), [...(next.get(keyText(neighbour)) ?? []), ...origins]);
        }
        frontier = next;
        keys = neighbours;
      }
    }
    return new Map([...found].map(([key, names]) => [key, [...names]]));
  }

  private neighbours(
    keys: readonly MajorKey[],
    direction: 'newer' | 'older',
  ): Promise<Neighbour[]> {
    const from = direction === 'newer' ? 'older' : 'newer';
    return this.dataSource.query<Neighbour[]>(
      `SELECT r.${from}_catalogue AS fromCatalogue, r.${from}_code AS fromCode, m.catalogue, m.code, m.name
       FROM major_relation r
       JOIN major m ON m.catalogue = r.${direction}_catalogue AND m.code = r.${direction}_code
       WHERE (r.${from}_catalogue, r.${from}_code) IN (?)
       ORDER BY m.catalogue, m.code`,
      [keys.map(({ catalogue, code }) => [catalogue, code])],
    );
  }
}

const keyText = ({ catalogue, code }: MajorKey): string => `${catalogue} ${code}`;

/** Turns `:name` into `?` with its value, so that one value may stand in several places. */
function named(
  sql: string,
  values: Readonly<Record<string, string | number>>,
): [sql: string, values: (string | number)[]] {
  const ordered: (string | number)[] = [];
  const text = sql.replace(/:([a-z]+)\b/g, (_, name: string) => {
    ordered.push(values[name] ?? '');
    return '?';
  });
  return [text, ordered];
}
