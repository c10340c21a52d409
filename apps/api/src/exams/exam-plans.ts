import { Injectable } from '@nestjs/common';
import type { ExamDays } from './exam-days.type.js';
import type { Plan } from './exam-plan.type.js';
import { PlansQueries, type Language } from './plans.queries.js';

/** What other domains may ask about plans. */
@Injectable()
export class ExamPlans {
  constructor(private readonly queries: PlansQueries) {}

  /** Every plan that fits an item and registration type and is not over, open or not. */
  choices(itemCode: string, registrationType: string, language: Language): Promise<Plan[]> {
    return this.queries.choices(itemCode, registrationType, language);
  }

  /** Null for null and for an unknown id. */
  async byId(id: string | null, language: Language): Promise<Plan | null> {
    return id === null ? null : ((await this.queries.byIds([id], language)).get(id) ?? null);
  }

  /** When the exams of these plans take place, for many at once. */
  examDays(ids: readonly string[]): Promise<ReadonlyMap<string, ExamDays>> {
    return this.queries.examDays(ids);
  }

  /** Two digits of the institution's province; null for no plan and for the national institution. */
  provinceOf(planId: string | null): Promise<string | null> {
    return planId === null ? Promise.resolve(null) : this.queries.provinceOf(planId);
  }
}
