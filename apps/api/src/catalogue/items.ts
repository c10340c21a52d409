import { Injectable } from '@nestjs/common';
import type { Track } from '@kaopu/domain';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import { batched } from '../platform/database/batched.js';
import { leanRows } from '../platform/database/lean-rows.js';
import { isEffectiveOn } from './effective-on.js';
import { ItemEntity } from './item.entity.js';
import type { Item } from './item.type.js';
import { SubjectEntity } from './subject.entity.js';

/** What a list of items may be narrowed to; null and absent mean "any". */
export interface ItemFilter {
  readonly track?: Track | null;
  readonly registrationType?: string | null;
}

/** An item and a Shanghai day. */
interface ItemOnDay {
  readonly code: string;
  readonly on: string;
}

/**
 * Items (报名项目) with their subjects as defined on a day: always two statements, however many items.
 * `on` is a Shanghai day and defaults to today; judge an application by its rule date.
 */
@Injectable()
export class Items {
  private readonly load = batched((keys: readonly ItemOnDay[]) => this.ofKeys(keys));

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** In the order of the catalogue. */
  async list(filter: ItemFilter, on: string = this.clock.today()): Promise<Item[]> {
    const { track, registrationType } = filter;
    const items = await leanRows(
      this.dataSource.manager,
      ItemEntity,
      track ? 'WHERE track = ? ORDER BY position' : 'ORDER BY position',
      track ? [track] : [],
    );
    const offered = items.filter(
      (item) =>
        isEffectiveOn(item, on) &&
        (!registrationType || item.registrationTypes.some((type) => type === registrationType)),
    );
    const subjects = await this.subjectsOf(offered.map(({ code }) => code));
    return offered.map((item) => published(item, subjects, on));
  }

  /** Keyed by code; a code without a row on that day is missing. */
  async byCodes(
    codes: readonly string[],
    on: string = this.clock.today(),
  ): Promise<ReadonlyMap<string, CatalogueItem>> {
    const items = await Promise.all(codes.map((code) => this.load({ code, on })));
    return new Map(items.flatMap((item) => (item ? [[item.code, item]] : [])));
  }

  /** Null when there is no such item on that day. */
  byCode(code: string, on: string = this.clock.today()): Promise<CatalogueItem | null> {
    return this.load({ code, on });
  }

  /** Every period of the items is read, as the cases of one list were filed on many days. */
  private async ofKeys(keys: readonly ItemOnDay[]): Promise<(CatalogueItem | null)[]> {
    const codes = [...new Set(keys.map(({ code }) => code))];
    const [items, subjects] = await Promise.all([
      leanRows(this.dataSource.manager, ItemEntity, 'WHERE code IN (?)', [codes]),
      this.subjectsOf(codes),
    ]);
    return keys.map(({ code, on }) => {
      const item = items.find((one) => one.code === code && isEffectiveOn(one, on));
      return item ? published(item, subjects, on) : null;
    });
  }

  private async subjectsOf(codes: readonly string[]): Promise<SubjectEntity[]> {
    if (codes.length === 0) return [];
    return leanRows(
      this.dataSource.manager,
      SubjectEntity,
      'WHERE item_code IN (?) ORDER BY position',
      [codes],
    );
  }
}

function published(
  { nameZh, ...item }: ItemEntity,
  subjects: readonly SubjectEntity[],
  on: string,
): CatalogueItem {
  return {
    ...item,
    name: nameZh,
    subjects: subjects
      .filter((subject) => subject.itemCode === item.code && isEffectiveOn(subject, on))
      .map(({ nameZh: name, ...subject }) => ({ ...subject, name })),
  };
}

/** An item as the schema publishes it, with what only the server reads. */
export interface CatalogueItem extends Item, Pick<ItemEntity, 'issuingLevel'> {}
