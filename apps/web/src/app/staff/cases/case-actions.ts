import { inject, Injectable } from '@angular/core';
import {
  ActOnApplicationDocument,
  type ActOnApplicationMutation,
  type ApplicationAction,
} from '@kaopu/graphql';
import { Apollo } from 'apollo-angular';
import { firstValueFrom } from 'rxjs';

import { Commands, type Outcome } from '../../core/commands/commands.js';

/** What the desk needs to know of a case to act on it. */
export interface ActedOn {
  readonly id: string;
  readonly version: number;
}

type Acted = Extract<ActOnApplicationMutation['actOnApplication'], { __typename: 'Application' }>;

/** Actions of the workflow table that need no data but a reason. Provided by the area's routes, where the connection is. */
@Injectable()
export class CaseActions {
  private readonly apollo = inject(Apollo);
  private readonly commands = new Commands();

  /** Whether an action is under way, so that all buttons rest. */
  readonly busy = this.commands.busy.asReadonly();

  act(
    { id, version }: ActedOn,
    action: ApplicationAction,
    reason: string | null,
  ): Promise<Outcome<Acted>> {
    const intent = `${id}|${version}|${action}|${reason ?? ''}`;
    return this.commands.run(intent, 'Application', async (idempotencyKey) => {
      const { data } = await firstValueFrom(
        this.apollo.mutate({
          mutation: ActOnApplicationDocument,
          variables: { input: { applicationId: id, version, idempotencyKey, action, reason } },
        }),
      );
      return data?.actOnApplication;
    });
  }
}
