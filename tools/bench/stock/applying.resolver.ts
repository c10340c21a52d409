import { createHash } from 'node:crypto';
import { UseGuards } from '@nestjs/common';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { applicationType, contentHashInput, printedContent } from '@kaopu/domain';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { GraphqlAuthGuard, type Signed } from './auth.guard.js';
import { Cells } from './cells.js';
import { Application, ApplicationAction, AuditEntry, OutboxMessage, Plan } from './entities.js';
import { Refused, SubmitInput, SubmitResult } from './types.js';

@Resolver()
@UseGuards(GraphqlAuthGuard)
export class ApplyingResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cells: Cells,
  ) {}

  @Mutation(() => SubmitResult)
  submitApplication(
    @Context() { req }: Signed,
    @Args('input') { applicationId }: SubmitInput,
  ): Promise<Application | Refused> {
    return this.dataSource.transaction('READ COMMITTED', async (em) => {
      const application = await em.findOneOrFail(Application, {
        where: { id: applicationId, accountId: req.user.sub, status: 'DRAFT' },
        relations: { plan: true, item: true, attachments: { file: true }, account: true },
      });
      const plan = await em.findOneOrFail(Plan, {
        where: { id: application.plan?.id ?? '' },
        lock: { mode: 'pessimistic_write' },
      });
      if (plan.taken >= plan.capacity) return Object.assign(new Refused(), { code: 'PLAN_FULL' });
      plan.taken += 1;
      await em.save(plan);
      const now = new Date();
      const answers = this.cells.cases.answers(
        application.id,
        'answers_enc',
        application.answersEnc,
      );
      const person = await this.cells.person(em, application.account);
      const printed = printedContent(applicationType(application.type), person, answers);
      application.status = 'SUBMITTED';
      application.seatPlanId = plan.id;
      application.plan = plan;
      application.institutionCode = 'EI-34';
      application.submittedAt = now;
      application.updatedAt = now;
      application.version += 1;
      application.contentHash = createHash('sha256')
        .update(contentHashInput(printed))
        .digest('hex');
      application.submittedAnswersEnc = this.cells.cases.seal(
        application.id,
        'submitted_answers_enc',
        answers,
      );
      application.personEnc = this.cells.cases.seal(application.id, 'person_enc', person);
      await em.save(application);
      const shared = { requestId: uuid(), ip: '127.0.0.1', at: now, actorId: req.user.sub };
      await em.save(
        em.create(ApplicationAction, {
          ...shared,
          id: uuid(),
          applicationId,
          action: 'SUBMIT',
          fromStatus: 'DRAFT',
          toStatus: 'SUBMITTED',
        }),
      );
      await em.save(
        em.create(AuditEntry, {
          ...shared,
          id: uuid(),
          actorKind: 'account',
          operation: 'submitApplication',
          subjectId: applicationId,
          details: {},
          userAgent: '',
        }),
      );
      await em.save(
        em.create(OutboxMessage, {
          id: uuid(),
          topic: 'bench.none',
          payload: {},
          createdAt: now,
          availableAt: now,
          attempts: 0,
        }),
      );
      return application;
    });
  }
}
