import { Module } from '@nestjs/common';
import { ExamsResolver } from './exams.resolver.js';
import { ExamPlanLoader } from './exam-plan-loader.js';
import { ExamPlans } from './exam-plans.js';
import { PlanResolver } from './plan.resolver.js';
import { PlansQueries } from './plans.queries.js';
import { Seats } from './seats.js';

/** Exam plans, sites and seats. */
@Module({
  providers: [ExamsResolver, PlanResolver, PlansQueries, ExamPlans, Seats, ExamPlanLoader],
  exports: [ExamPlans, Seats, ExamPlanLoader],
})
export class ExamsModule {}
