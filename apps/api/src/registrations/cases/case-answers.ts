import {
  allowedActions,
  renderText,
  type ApplicationAction,
  type ApplicationStatus,
  type ApplicationType,
  type Refusal,
  type Role,
  type WorkflowActor,
  type WorkflowFlags,
} from '@kaopu/domain';
import type { Actor } from '../../platform/access/actor.js';
import { say } from '../../platform/i18n/refuse.js';
import { ActionRefusedError } from './application.errors.js';
import type { ApplicationRow } from './application.entity.js';
import type { CaseFile } from './case-file.js';

/** The actor as the workflow table sees them. */
export const workflowActor = (actor: Actor, row: ApplicationRow): WorkflowActor => ({
  id: actor.id,
  roles: actor.kind === 'system' ? ['SYSTEM'] : actor.roles,
  isOwner: actor.id === row.accountId,
});

/** In which of their roles somebody took an action. */
export function actingRole(
  actor: Actor,
  type: ApplicationType,
  state: ApplicationStatus,
  action: ApplicationAction,
): Role | null {
  const declared = type.workflow.states
    .find(({ code }) => code === state)
    ?.actions.find((one) => one.action === action);
  return declared?.roles.find((role) => actor.roles.some((own) => own === role)) ?? null;
}

/** The role whose words and rights somebody has on a case. */
export const viewingRole = (actor: Actor): Role => actor.roles[0] ?? 'SYSTEM';

/** The workflow's no, with what is open instead. */
export function actionRefused(
  actor: Actor,
  { row, type }: CaseFile,
  flags: WorkflowFlags,
  { code, whyNot, params }: Refusal,
): ActionRefusedError {
  const workflowCase = { type, state: row.status, actor: workflowActor(actor, row), flags };
  return new ActionRefusedError(
    code,
    say(actor, `error.${code}`),
    renderText(actor.request.language, { key: whyNot, params }),
    allowedActions(workflowCase),
  );
}
