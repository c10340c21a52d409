import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { PlanStatus } from './plan-status.js';

/** A plan as reference and demo files describe it; dates are Shanghai days. */
export interface PlanToLoad {
  readonly planNo: string;
  readonly name: string;
  readonly institutionCode: string;
  readonly track: string;
  readonly itemCodes: readonly string[];
  readonly registrationTypes: readonly string[];
  readonly siteCodes: readonly string[];
  readonly registrationFrom: string;
  readonly registrationTo: string;
  readonly examFrom: string | null;
  readonly examTo: string | null;
  readonly ticketFrom: string | null;
  readonly ticketTo: string | null;
  readonly resultDue: string | null;
  readonly capacity: number;
  /** Seats that count as taken from the start, so that a demo can show a full plan. */
  readonly taken: number;
  readonly status: PlanStatus;
}

const PARTS = [
  ['exam_plan_item', 'item_code', 'itemCodes'],
  ['exam_plan_type', 'registration_type', 'registrationTypes'],
  ['exam_plan_site', 'site_code', 'siteCodes'],
] as const;

/** Loads plans once; a plan number that is already there is left as people made it. */
@Injectable()
export class ExamPlanLoader {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns how many plans were new. */
  async load(plans: readonly PlanToLoad[]): Promise<number> {
    let added = 0;
    for (const plan of plans) {
      await this.dataSource.transaction(async (em) => {
        const existing = await em.query<unknown[]>('SELECT 1 FROM exam_plan WHERE plan_no = ?', [
          plan.planNo,
        ]);
        if (existing.length > 0) return;
        const id = uuid();
        await em.query(
          `INSERT INTO exam_plan (id, plan_no, name, institution_code, track, registration_from, registration_to, exam_from, exam_to,
             ticket_from, ticket_to, result_due, capacity, taken, status, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
          [
            id,
            plan.planNo,
            plan.name,
            plan.institutionCode,
            plan.track,
            plan.registrationFrom,
            plan.registrationTo,
            plan.examFrom,
            plan.examTo,
            plan.ticketFrom,
            plan.ticketTo,
            plan.resultDue,
            plan.capacity,
            plan.taken,
            plan.status,
          ],
        );
        for (const [table, column, list] of PARTS) {
          for (const value of plan[list]) {
            await em.query(`INSERT INTO ${table} (plan_id, ${column}) VALUES (?, ?)`, [id, value]);
          }
        }
        added += 1;
      });
    }
    return added;
  }
}
