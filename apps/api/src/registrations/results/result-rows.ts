import { Injectable } from '@nestjs/common';
import { decide, renderText } from '@kaopu/domain';
import { AccountNames } from '../../auth/accounts/account-names.js';
import type { Actor } from '../../platform/access/actor.js';
import { PageInfo, type PageArgs } from '../../platform/graphql/page.js';
import { UserError } from '../../platform/graphql/user-error.js';
import { ApplicationDetails } from '../cases/application-details.js';
import { workflowActor } from '../cases/case-answers.js';
import type { CaseFile } from '../cases/case-file.js';
import { CaseFlags } from '../cases/case-flags.js';
import { CaseView } from '../cases/case-view.js';
import { RegistrationsQueries } from '../cases/registrations.queries.js';
import { ResultRow, ResultRowConnection } from './result-row.type.js';

/** The result sheet of a plan: one row per person, with what may be published. */
@Injectable()
export class ResultRows {
  constructor(
    private readonly queries: RegistrationsQueries,
    private readonly view: CaseView,
    private readonly details: ApplicationDetails,
    private readonly flags: CaseFlags,
    private readonly accounts: AccountNames,
  ) {}

  async sheet(actor: Actor, planId: string, page: PageArgs): Promise<ResultRowConnection> {
    const { edges, pageInfo } = await this.queries.ofPlan(actor, planId, page);
    return Object.assign(new ResultRowConnection(), {
      edges: await Promise.all(
        edges.map(async ({ cursor, node }) => ({ cursor, node: await this.row(actor, node) })),
      ),
      pageInfo: new PageInfo(pageInfo.endCursor, pageInfo.hasNextPage),
    });
  }

  /** A refusal as it is, else the row as it stands after the command. */
  async after<Refusal extends UserError>(
    actor: Actor,
    done: string | Refusal,
  ): Promise<ResultRow | Refusal> {
    return done instanceof UserError
      ? done
      : this.row(actor, await this.queries.changed(actor, done));
  }

  private async row(actor: Actor, file: CaseFile): Promise<ResultRow> {
    const { row, type } = file;
    const decision = decide({
      type,
      state: row.status,
      action: 'PUBLISH_RESULTS',
      actor: workflowActor(actor, row),
      flags: await this.flags.of(actor, file),
    });
    const [first] = file.marks;
    return Object.assign(new ResultRow(), {
      application: await this.view.one(actor, file),
      subjects: await this.details.results(actor, file),
      enteredBy: first ? await this.accounts.of(first.enteredBy) : null,
      publishable: decision.allowed,
      whyNot: decision.allowed
        ? null
        : renderText(actor.request.language, { key: decision.whyNot, params: decision.params }),
    });
  }
}
