import { Injectable } from '@nestjs/common';
import type { Track } from '@kaopu/domain';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { leanRows } from '../../platform/database/lean-rows.js';
import { CatalogueMemory } from '../catalogue-memory.js';
import { isEffectiveOn } from '../effective-on.js';
import { ItemEntity } from './item.entity.js';
import type { Item } from './item.type.js';
import { SubjectEntity } from './subject.entity.js';

/** What a list of items may be narrowed to; null and absent mean "any". */
export interface ItemFilter {
  readonly track?: Track | null;
  readonly registrationType?: string | null;
}

/** An item as it holds from one day to another, with all its subjects. */
interface ItemPeriod {
  readonly item: ItemEntity;
  readonly subjects: readonly SubjectEntity[];
}

/**
 * Items (报名项目) with their subjects as defined on a day. `on` is a Shanghai day and defaults to today;
 * judge an application by its rule date.
 */
@Injectable()
export class Items {
  /** Every period of every item, in the order of the catalogue. */
  private readonly periods;

  constructor(
    dataSource: DataSource,
    memory: CatalogueMemory,
    private readonly clock: Clock,
  ) {
    this.periods = memory.kept(async () => {
      const [items, subjects] = await Promise.all([
        leanRows(dataSource.manager, ItemEntity, 'ORDER BY position'),
        leanRows(dataSource.manager, SubjectEntity, 'ORDER BY position'),
      ]);
      const byItem = Map.groupBy(subjects, ({ itemCode }) => itemCode);
      return items.map((item): ItemPeriod => ({ item, subjects: byItem.get(item.code) ?? [] }));
    });
  }

  /** In the order of the catalogue. */
  async list(
    { track, registrationType }: ItemFilter,
    on: string = this.clock.today(),
  ): Promise<Item[]> {
    const periods = await this.periods();
    return periods
      .filter(
        ({ item }) =>
          isEffectiveOn(item, on) &&
          (!track || item.track === track) &&
          (!registrationType || item.registrationTypes.some((type) => type === registrationType)),
      )
      .map((period) => published(period, on));
  }

  /** Keyed by code; a code without a row on that day is missing. */
  async byCodes(
    codes: readonly string[],
    on: string = this.clock.today(),
  ): Promise<ReadonlyMap<string, CatalogueItem>> {
    const items = await Promise.all(codes.map((code) => this.byCode(code, on)));
    return new Map(items.flatMap((item) => (item ? [[item.code, item]] : [])));
  }

  /** Null when there is no such item on that day. */
  async byCode(code: string, on: string = this.clock.today()): Promise<CatalogueItem | null> {
    const periods = await this.periods();
    const found = periods.find(({ item }) => item.code === code && isEffectiveOn(item, on));
    return found ? published(found, on) : null;
  }
}

function published({ item: { nameZh, ...item }, subjects }: ItemPeriod, on: string): CatalogueItem {
  return {
    ...item,
    name: nameZh,
    subjects: subjects
      .filter((subject) => isEffectiveOn(subject, on))
      .map(({ nameZh: name, ...subject }) => ({ ...subject, name })),
  };
}

/** An item as the schema publishes it, with what only the server reads. */
export interface CatalogueItem extends Item, Pick<ItemEntity, 'issuingLevel'> {}
