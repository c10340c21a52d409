import { Injectable } from '@nestjs/common';
import type { ApplicationType } from '@kaopu/domain';
import { Items } from '../../catalogue/items/items.js';
import { MaterialRules, type MaterialRule } from '../../catalogue/rules/material-rules.js';

/** Whose limits and remarks are asked for; `ruleDate` null means today. */
export interface MaterialsOf {
  readonly type: ApplicationType;
  readonly itemCode: string;
  readonly ruleDate: string | null;
}

/** The material rules of a case: those of its type, or of its item's track where the type serves all. */
@Injectable()
export class CaseMaterials {
  constructor(
    private readonly materials: MaterialRules,
    private readonly items: Items,
  ) {}

  /** Keyed by material code. @throws Error when the catalogue has no such item on the rule date. */
  async of({ type, itemCode, ruleDate }: MaterialsOf): Promise<ReadonlyMap<string, MaterialRule>> {
    const on = ruleDate ?? undefined;
    const track = type.track ?? (await this.items.byCode(itemCode, on))?.track;
    if (track === undefined) throw new Error(`Item ${itemCode} is not in the catalogue.`);
    return this.materials.forType(type.registrationType, track, on);
  }
}
