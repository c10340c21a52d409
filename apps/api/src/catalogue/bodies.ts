import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { AuthorityEntity } from './authority.entity.js';
import type { Authority } from './authority.type.js';
import type { IssuingLevel } from './catalogue-rows.js';
import { DivisionEntity } from './division.entity.js';
import type { Division } from './dictionary.types.js';
import { InstitutionEntity } from './institution.entity.js';
import type { Institution } from './institution.type.js';

export type Language = 'zh-CN' | 'en';

interface Named {
  readonly nameZh: string;
  readonly nameEn: string;
}

const nameIn = (language: Language, { nameZh, nameEn }: Named): string =>
  language === 'en' ? nameEn : nameZh;

/** Issuing authorities (发证机关), exam institutions (考试机构) and divisions, named in the caller's language. */
@Injectable()
export class Bodies {
  constructor(private readonly dataSource: DataSource) {}

  async authorities(
    codes: readonly string[],
    language: Language,
  ): Promise<ReadonlyMap<string, Authority>> {
    const rows =
      codes.length === 0
        ? []
        : await this.dataSource.manager.findBy(AuthorityEntity, { code: In([...codes]) });
    return new Map(rows.map((row) => [row.code, { code: row.code, name: nameIn(language, row) }]));
  }

  async institutions(
    codes: readonly string[],
    language: Language,
  ): Promise<ReadonlyMap<string, Institution>> {
    const rows =
      codes.length === 0
        ? []
        : await this.dataSource.manager.findBy(InstitutionEntity, { code: In([...codes]) });
    return new Map(
      rows.map((row) => [
        row.code,
        { code: row.code, name: nameIn(language, row), phone: row.phone },
      ]),
    );
  }

  /** The authority an institution forwards to; null for an unknown institution. */
  async authorityOfInstitution(institutionCode: string): Promise<string | null> {
    const row = await this.dataSource.manager.findOneBy(InstitutionEntity, {
      code: institutionCode,
    });
    return row?.authorityCode ?? null;
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
    const row = await this.dataSource.manager.findOne(AuthorityEntity, {
      where:
        level === 'NATIONAL'
          ? { level, active: true }
          : { level, active: true, divisionCode: `${divisionCode.slice(0, 2)}0000` },
      order: { code: 'ASC' },
    });
    return row?.code ?? null;
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
