import type { CatalogueItem, Items } from '../catalogue/items/items.js';

/** An item somebody was given, and a day on which it certainly existed. */
export interface ItemOnRecord {
  readonly code: string;
  readonly on: string;
}

/**
 * Items by code as the catalogue words them today, or, for one that has ended since, as it did then:
 * a register outlives the items it names.
 *
 * @throws Error for a code that never was an item.
 */
export async function itemsOnRecord(
  items: Items,
  wanted: readonly ItemOnRecord[],
): Promise<(code: string) => CatalogueItem> {
  const found = new Map(await items.byCodes([...new Set(wanted.map(({ code }) => code))]));
  for (const { code, on } of wanted) {
    if (found.has(code)) continue;
    const ended = await items.byCode(code, on);
    if (ended) found.set(code, ended);
  }
  return (code) => {
    const item = found.get(code);
    if (!item) throw new Error(`Item ${code} never was in the catalogue.`);
    return item;
  };
}
