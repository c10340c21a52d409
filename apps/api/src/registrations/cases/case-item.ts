import type { CatalogueItem, Items } from '../../catalogue/items/items.js';
import type { ApplicationRow } from './application.entity.js';

/**
 * The item of a case as it was on its rule date, or is today for a draft.
 *
 * @throws Error when the catalogue has no such row: items of filed cases are never deleted.
 */
export async function itemOfCase(items: Items, row: ApplicationRow): Promise<CatalogueItem> {
  const item = await items.byCode(row.itemCode, row.ruleDate ?? undefined);
  if (!item) throw new Error(`Item ${row.itemCode} is not in the catalogue.`);
  return item;
}
