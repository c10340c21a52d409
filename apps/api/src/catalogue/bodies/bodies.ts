import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { leanRows } from '../../platform/database/lean-rows.js';
import { CatalogueMemory } from '../catalogue-memory.js';
import type { IssuingLevel } from '../catalogue-rows.js';
import type { Division } from '../dictionaries/dictionary.types.js';
import { AuthorityEntity } from './authority.entity.js';
import type { Authority } from './authority.type.js';
import { DivisionEntity } from './division.entity.js';
import { InstitutionEntity } from './institution.entity.js';
import type { Institution } from './institution.type.js';

export type Language = 'zh-CN' | 'en';

interface Named {
  readonly nameZh: string;
  readonly nameEn: string;
}

const nameIn = (language: Language, { nameZh, nameEn }: Named): string =>
  language === 'en' ? nameEn : nameZh;

const byCode = <Row extends { readonly code: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, Row> => new Map(rows.map((row) => [row.code, row]));

/** Those of the codes that exist. */
const named = <Row>(codes: readonly string[], rows: ReadonlyMap<string, Row>): Row[] =>
  codes.flatMap((code) => rows.get(code) ?? []);

/** Issuing authorities (发证机关), exam institutions (考试机构) and divisions, named in the caller's language. */
@Injectable()
export class Bodies {
  private readonly authorityRows;
  private readonly institutionRows;

  constructor(
    private readonly dataSource: DataSource,
    memory: CatalogueMemory,
  ) {
    this.authorityRows = memory.kept(async () =>
      byCode(await leanRows(dataSource.manager, AuthorityEntity, 'ORDER BY code')),
    );
    this.institutionRows = memory.kept(async () =>
      byCode(await leanRows(dataSource.manager, InstitutionEntity, 'ORDER BY code')),
    );
  }

  async authorities(
    codes: readonly string[],
    language: Language,
  ): Promise<ReadonlyMap<string, Authority>> {
    const rows = named(codes, await this.authorityRows());
    return new Map(rows.map((row) => [row.code, { code: row.code, name: nameIn(language, row) }]));
  }

  /** Whether each authority is the State or a province. */
  async authorityLevels(): Promise<ReadonlyMap<string, IssuingLevel>> {
    const rows = await this.authorityRows();
    return new Map([...rows].map(([code, { level }]) => [code, level]));
  }

  async institutions(
    codes: readonly string[],
    language: Language,
  ): Promise<ReadonlyMap<string, Institution>> {
    const rows = named(codes, await this.institutionRows());
    return new Map(
      rows.map((row) => [
        row.code,
        { code: row.code, name: nameIn(language, row), phone: row.phone },
      ]),
    );
  }

  /** The authority an institution forwards to; null for an unknown institution. */
  async authorityOfInstitution(institutionCode: string): Promise<string | null> {
    return (await this.institutionRows()).get(institutionCode)?.authorityCode ?? null;
  }

  /** An institution that forwards to an authority; null when none does. */
  async institutionOfAuthority(authorityCode: string): Promise<string | null> {
    const row = await this.dataSource.manager.findOne(InstitutionEntity, {
      where: { authorityCode },
      order: { code: 'ASC' },
    });
    return row?.code ?? null;
  }

  /**
   * Who issues an item (domain.md §3): the State, or the province of the employer.
   *
   * @param divisionCode six digits of the employer's division.
   * @returns null when no active authority is responsible for that division.
   */
  async issuingAuthority(level: IssuingLevel, divisionCode: string): Promise<string | null> {
    const province = `${divisionCode.slice(0, 2)}0000`;
    const responsible = [...(await this.authorityRows()).values()].find(
      (row) =>
        row.level === level &&
        row.active &&
        (level === 'NATIONAL' || row.divisionCode === province),
    );
    return responsible?.code ?? null;
  }

  /** Provinces, each with what lies right below it, in the order of their codes. */
  async divisions(language: Language): Promise<Division[]> {
    const rows = await this.dataSource.manager.find(DivisionEntity, { order: { code: 'ASC' } });
    return rows.map((row) => ({
      code: row.code,
      name: nameIn(language, row),
      parentCode: row.parentCode,
    }));
  }

  /** `安徽省合肥市` or `Hefei, Anhui`; null for an unknown code. */
  async divisionName(code: string, language: Language): Promise<string | null> {
    const row = await this.dataSource.manager.findOneBy(DivisionEntity, { code });
    if (!row) return null;
    const parent =
      row.parentCode === null
        ? null
        : await this.dataSource.manager.findOneBy(DivisionEntity, { code: row.parentCode });
    const names = [row, ...(parent ? [parent] : [])].map((named) => nameIn(language, named));
    return language === 'en' ? names.join(', ') : names.toReversed().join('');
  }
}
