import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { PageInfo, type PageArgs } from '../../platform/graphql/page.js';
import { UserError } from '../../platform/graphql/user-error.js';
import { Application, ApplicationConnection } from './application.type.js';
import { CaseView } from './case-view.js';
import { RestoreDeadline } from './restore-deadline.js';
import { RegistrationsQueries, type CasePage } from './registrations.queries.js';
import type { ReviewFilter } from '../desk/review.inputs.js';
import type { ApplicationTab } from './workflow-enums.js';

/** Two fields ask, the database is asked once. */
function once<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let asked: Promise<Value> | null = null;
  return () => (asked ??= ask());
}

/** Cases as the schema publishes them: single, in lists, and after a command. */
@Injectable()
export class CasePages {
  constructor(
    private readonly queries: RegistrationsQueries,
    private readonly view: CaseView,
    private readonly restoring: RestoreDeadline,
  ) {}

  /** @throws NOT_FOUND when it is not there or not the caller's to see: the same answer. */
  async one(actor: Actor, id: string): Promise<Application> {
    return this.view.one(actor, await this.queries.one(actor, id));
  }

  /**
   * A refusal as it is, else the case as it stands after the command, even where it just left the
   * actor's sight (deleted, sent back by the authority).
   */
  async after<Refusal extends UserError>(
    actor: Actor,
    done: string | Refusal,
  ): Promise<Application | Refusal> {
    return done instanceof UserError
      ? done
      : this.view.one(actor, await this.queries.changed(actor, done));
  }

  async mine(
    actor: Actor,
    tab: ApplicationTab | null,
    page: PageArgs,
  ): Promise<ApplicationConnection> {
    return this.connection(actor, await this.queries.mine(actor, tab, page));
  }

  async reviewQueue(
    actor: Actor,
    filter: ReviewFilter,
    page: PageArgs,
  ): Promise<ApplicationConnection> {
    return this.connection(actor, await this.queries.reviewQueue(actor, filter, page));
  }

  async deleted(actor: Actor, page: PageArgs): Promise<ApplicationConnection> {
    const since = await this.restoring.earliest();
    return this.connection(actor, await this.queries.deleted(actor, since, page));
  }

  private async connection(
    actor: Actor,
    { edges, pageInfo, total }: CasePage,
  ): Promise<ApplicationConnection> {
    return Object.assign(new ApplicationConnection(), {
      edges: await Promise.all(
        edges.map(async ({ cursor, node }) => ({ cursor, node: await this.view.one(actor, node) })),
      ),
      pageInfo: new PageInfo(pageInfo.endCursor, pageInfo.hasNextPage),
      total: once(total),
    });
  }
}
