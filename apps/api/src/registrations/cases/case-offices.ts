import { Injectable } from '@nestjs/common';
import { Bodies } from '../../catalogue/bodies/bodies.js';
import { Items } from '../../catalogue/items/items.js';
import type { IssuedCertificate } from '../../certificates/issued-certificates.js';

/** Who a case goes to. */
export interface Offices {
  readonly institutionCode: string;
  readonly authorityCode: string | null;
}

/** The offices that follow from a plan, or from a certificate. */
@Injectable()
export class CaseOffices {
  constructor(
    private readonly items: Items,
    private readonly bodies: Bodies,
  ) {}

  /** The State issues national items, else the province the institution belongs to (domain.md §3). */
  async of(itemCode: string, institutionCode: string): Promise<Offices> {
    const item = await this.items.byCode(itemCode);
    const authorityCode =
      item?.issuingLevel === 'NATIONAL'
        ? await this.bodies.issuingAuthority('NATIONAL', '000000')
        : await this.bodies.authorityOfInstitution(institutionCode);
    return { institutionCode, authorityCode };
  }

  /**
   * Where an application goes whose plan the desk assigns: to the institution that forwards to who issues
   * the item, the State or the province of the employer (domain.md §3). Null when there is none.
   */
  async ofEmployer(itemCode: string, divisionCode: string): Promise<Offices | null> {
    const item = await this.items.byCode(itemCode);
    const authorityCode =
      item && (await this.bodies.issuingAuthority(item.issuingLevel, divisionCode));
    const institutionCode =
      authorityCode && (await this.bodies.institutionOfAuthority(authorityCode));
    return institutionCode ? { institutionCode, authorityCode } : null;
  }

  /**
   * Who examined and issued a certificate; for one entered from elsewhere an institution that forwards
   * to its authority. Null when there is none.
   */
  async ofCertificate({
    institutionCode,
    authorityCode,
  }: Pick<IssuedCertificate, 'institutionCode' | 'authorityCode'>): Promise<Offices | null> {
    const code = institutionCode ?? (await this.bodies.institutionOfAuthority(authorityCode));
    return code === null ? null : { institutionCode: code, authorityCode };
  }
}
