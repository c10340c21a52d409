import { Injectable } from '@nestjs/common';
import type { Track } from '@kaopu/domain';
import { DataSource, In, type FindOptionsWhere } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import { effectiveOn } from './effective-on.js';
import { ItemEntity } from './item.entity.js';
import type { Item } from './item.type.js';
import { SubjectEntity } from './subject.entity.js';

/** What a list of items may be narrowed to; null and absent mean "any". */
export interface ItemFilter {
  readonly track?: Track | null;
  readonly registrationType?: string | null;
}

/**
 * Items (报名项目) with their subjects as defined on a day: always two statements, however many items.
 * `on` is a Shanghai day and defaults to today; judge an application by its rule date.
 */
@Injectable()
export class Items {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** In the order of the catalogue. */
  async list(filter: ItemFilter, on: string = this.clock.today()): Promise<Item[]> {
    const { track, registrationType } = filter;
    const items = await this.find(track ? { track } : {}, on);
    return items.filter(
      ({ registrationTypes }) =>
        !registrationType || registrationTypes.some((type) => type === registrationType),
    );
  }

  /** Keyed by code; a code without a row on that day is missing. */
  async byCodes(
    codes: readonly string[],
    on: string = this.clock.today(),
  ): Promise<ReadonlyMap<string, CatalogueItem>> {
    const items = codes.length === 0 ? [] : await this.find({ code: In([...codes]) }, on);
    return new Map(items.map((item) => [item.code, item]));
  }

  /** Null when there is no such item on that day. */
  async byCode(code: string, on: string = this.clock.today()): Promise<CatalogueItem | null> {
    return (await this.byCodes([code], on)).get(code) ?? null;
  }

  private async find(filter: FindOptionsWhere<ItemEntity>, on: string): Promise<CatalogueItem[]> {
    const items = await this.dataSource.manager.find(ItemEntity, {
      where: effectiveOn<ItemEntity>(on, filter),
      order: { position: 'ASC' },
    });
    const subjects = await this.subjectsOf(
      items.map(({ code }) => code),
      on,
    );
    return items.map(({ nameZh, ...item }) => ({
      ...item,
      name: nameZh,
      subjects: subjects.get(item.code) ?? [],
    }));
  }

  private async subjectsOf(
    codes: readonly string[],
    on: string,
  ): Promise<ReadonlyMap<string, Item['subjects']>> {
    if (codes.length === 0) return new Map();
    const rows = await this.dataSource.manager.find(SubjectEntity, {
      where: effectiveOn<SubjectEntity>(on, { itemCode: In([...codes]) }),
      order: { position: 'ASC' },
    });
    const subjects = rows.map(({ nameZh, ...subject }) => ({ ...subject, name: nameZh }));
    return Map.groupBy(subjects, ({ itemCode }) => itemCode);
  }
}

/** An item as the schema publishes it, with what only the server reads. */
export interface CatalogueItem extends Item, Pick<ItemEntity, 'issuingLevel'> {}
