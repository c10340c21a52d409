import { Injectable } from '@nestjs/common';
import { batched } from '../platform/database/batched.js';
import type { Plan, PlanParts, WholePlan } from './exam-plan.type.js';
import { PlansQueries, type Fit, type Language, type PlanKey } from './plans.queries.js';

/** What other domains may ask about plans. */
@Injectable()
export class ExamPlans {
  private readonly partsOf = batched((keys: readonly PlanKey[]) => this.queries.partsOf(keys));
  private readonly head = batched((keys: readonly PlanKey[]) => this.queries.heads(keys));
  private readonly province = batched((ids: readonly string[]) => this.queries.provincesOf(ids));

  private readonly taken = batched((asked: readonly Fit[]) => this.queries.takes(asked));

  constructor(private readonly queries: PlansQueries) {}

  /** Every plan that fits an item and registration type and is not over, open or not. */
  choices(itemCode: string, registrationType: string, language: Language): Promise<WholePlan[]> {
    return this.queries.choices(itemCode, registrationType, language);
  }

  /** Without their lists, for cases in lists; keyed by id, an unknown one is missing. */
  async shown(ids: readonly string[], language: Language): Promise<ReadonlyMap<string, Plan>> {
    const wanted = [...new Set(ids)];
    const plans = await Promise.all(wanted.map((id) => this.head({ id, language })));
    return new Map(plans.flatMap((plan) => (plan ? [[plan.id, plan] as const] : [])));
  }

  /** Null for null and for an unknown id. */
  async byId(id: string | null, language: Language): Promise<WholePlan | null> {
    return id === null ? null : ((await this.queries.byIds([id], language)).get(id) ?? null);
  }

  /** Whether a plan is for an item and registration type; its window and seats are other questions. */
  takes(id: string, itemCode: string, registrationType: string): Promise<boolean> {
    return this.taken({ id, itemCode, registrationType });
  }

  /** The lists of a plan, those it brings along if it does. */
  parts(plan: Plan | WholePlan, language: Language): Promise<PlanParts> {
    return 'sites' in plan ? Promise.resolve(plan) : this.partsOf({ id: plan.id, language });
  }

  /** Two digits of the institution's province; null for no plan and for the national institution. */
  provinceOf(planId: string | null): Promise<string | null> {
    return planId === null ? Promise.resolve(null) : this.province(planId);
  }
}
