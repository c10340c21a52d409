import { CHANGE_FIELDS, isBlank, isSettled, isSignedBeforeSubmission } from '@kaopu/domain';
import type { TaskStatus } from '@kaopu/web-ui';

import {
  type ApplicationFacts,
  askedAnswerFields,
  declarationOf,
  recordOf,
} from './application-data.js';

/** One row of the task list; `section` ids come from the declaration. */
export interface ApplicationTask {
  readonly id: string;
  readonly kind: 'section' | 'materials' | 'plan' | 'check';
  readonly status: TaskStatus;
  /** Whether the reader may open it now, to fill it in or to read what follows from our own records. */
  readonly open: boolean;
}

const TO_SUBMIT: ReadonlySet<string> = new Set(['DRAFT', 'RETURNED']);

/**
 * What is still to do in an application, in the order of its declaration. A refused answer or material that
 * was not touched since is `returned`; checking waits for everything else (experience.md §1, §2.5).
 */
export function applicationTasks(application: ApplicationFacts): readonly ApplicationTask[] {
  const tasks = [
    ...sectionTasks(application),
    materialsTask(application),
    ...planTask(application),
  ];
  if (!TO_SUBMIT.has(application.status)) {
    return tasks;
  }
  const complete = tasks.every(({ status }) => status === 'done' || status === 'optional');
  return [
    ...tasks,
    { id: 'check', kind: 'check', status: complete ? 'todo' : 'blocked', open: complete },
  ];
}

/** Verdicts that still wait for a correction, by kind of target. */
export function openFixes(
  verdicts: ApplicationFacts['verdicts'],
  kind: 'FIELD' | 'SLOT',
): readonly string[] {
  return verdicts
    .filter(({ targetKind, ok, stale }) => targetKind === kind && !ok && !stale)
    .map(({ target }) => target);
}

function sectionTasks(application: ApplicationFacts): readonly ApplicationTask[] {
  const declaration = declarationOf(application.type);
  if (!declaration) {
    return [];
  }
  const asked = new Map(
    askedAnswerFields(declaration, application.slots).map((field) => [field.id, field]),
  );
  const answers = recordOf(application.answers);
  const fixes = openFixes(application.verdicts, 'FIELD');
  return declaration.sections.flatMap(({ id, fields }): ApplicationTask[] => {
    const own = fields.flatMap((field) => asked.get(field) ?? []);
    if (own.length === 0) {
      return [];
    }
    const settled = own.some((field) => isSettled(field, answers) && !isBlank(answers[field.id]));
    const open = settled || own.some((field) => application.writableFields.includes(field.id));
    const returned = own.some((field) => fixes.includes(field.id));
    const required = own.filter((field) => field.required);
    const filled = (list: typeof own) => list.filter((field) => !isBlank(answers[field.id])).length;
    const reached = progress(filled(required), required.length, filled(own) > 0);
    const changesNothing = reached === 'done' && isWithoutChange(application, fields);
    const status = returned ? 'returned' : changesNothing ? 'started' : reached;
    return [{ id, kind: 'section', status, open }];
  });
}

/** A change that leaves everything as the certificate says it is not done yet (experience.md §2.9). */
function isWithoutChange(
  { certificateRequest }: ApplicationFacts,
  fields: readonly string[],
): boolean {
  return (
    certificateRequest?.changes.length === 0 && CHANGE_FIELDS.some((id) => fields.includes(id))
  );
}

function materialsTask({ type, flags, slots, verdicts }: ApplicationFacts): ApplicationTask {
  const own = slots.filter(({ requirement }) => !requirement.afterSubmission);
  const fixes = openFixes(verdicts, 'SLOT');
  const required = own.filter(({ requirement }) => requirement.required);
  const present = required.filter(({ attachment }) => attachment !== null).length;
  const returned = own.some(({ requirement }) => fixes.includes(requirement.slot));
  const declaration = declarationOf(type);
  const isToSignAgain =
    flags.signedFormStale && declaration !== undefined && isSignedBeforeSubmission(declaration);
  const reached = progress(present, required.length, present > 0);
  return {
    id: 'materials',
    kind: 'materials',
    status: returned ? 'returned' : isToSignAgain && reached === 'done' ? 'started' : reached,
    open: own.some(({ writable }) => writable),
  };
}

function planTask({ planChosenBy, status, plan }: ApplicationFacts): readonly ApplicationTask[] {
  if (planChosenBy !== 'BY_CANDIDATE') {
    return [];
  }
  return [
    {
      id: 'plan',
      kind: 'plan',
      status: plan === null ? 'todo' : 'done',
      open: status === 'DRAFT' || status === 'SUBMITTED' || plan === null,
    },
  ];
}

function progress(filled: number, required: number, anything: boolean): TaskStatus {
  if (filled === required) {
    return required === 0 && !anything ? 'optional' : 'done';
  }
  return anything ? 'started' : 'todo';
}
