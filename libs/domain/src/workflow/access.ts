import { isBlank, type Answers } from '../applications/answers.js';
import type { ApplicationType, FieldDeclaration } from '../applications/application-type.js';
import { signedSlotOf } from '../applications/signed-forms.js';
import type { SlotCode } from '../applications/slot-codes.js';
import type { Role } from './roles.js';
import { stateOf } from './states-of.js';
import type { ApplicationStatus } from './status.js';
import type { Access } from './workflow.js';

/** A field or material a reviewer wants corrected. */
export interface FlaggedTarget {
  readonly kind: 'FIELD' | 'SLOT';
  readonly target: string;
}

/** Whose view of which case is asked for. `flagged`: targets of open FIX verdicts. */
export interface AccessQuery {
  readonly type: ApplicationType;
  readonly state: ApplicationStatus;
  readonly role: Role;
  readonly flagged: readonly FlaggedTarget[];
  /** What is filled in so far; some answers close others. */
  readonly answers?: Answers;
}

const CLOSED: Access = { readable: false, writable: 'NONE' };

/** What a role may see and touch in a state; nothing in a state the type does not have. */
export function accessTo({
  type,
  state,
  role,
}: Pick<AccessQuery, 'type' | 'state' | 'role'>): Access {
  return stateOf(type, state)?.access[role] ?? CLOSED;
}

function openFields(query: AccessQuery, source: 'ANSWER' | 'PERSON'): readonly string[] {
  const { writable } = accessTo(query);
  const ids = query.type.fields.filter((field) => field.source === source).map(({ id }) => id);
  if (writable === 'ALL') return ids;
  if (writable !== 'FLAGGED') return [];
  return ids.filter((id) =>
    query.flagged.some(({ kind, target }) => kind === 'FIELD' && target === id),
  );
}

/** The field follows from our own records: nobody types it, and nobody can be asked to correct it. */
export function isSettled({ writer, closedBy }: FieldDeclaration, answers: Answers): boolean {
  return writer === 'SYSTEM' || (closedBy !== undefined && !isBlank(answers[closedBy]));
}

/**
 * Answers the role may change now; after a return only the flagged ones (goals N3), and never what
 * follows from our own records.
 */
export function writableFields(query: AccessQuery): readonly string[] {
  const { type, answers = {} } = query;
  const closed = type.fields.filter((field) => isSettled(field, answers)).map(({ id }) => id);
  return openFields(query, 'ANSWER').filter((id) => !closed.includes(id));
}

/**
 * Parts of the person that are copied afresh from the profile at the next submission, with what they
 * carry. The rest of the frozen snapshot stays as it is (domain.md §10 invariant 3, §23).
 */
export function refreshablePersonFields(query: AccessQuery): readonly string[] {
  const open = openFields(query, 'PERSON');
  const carried = query.type.fields.flatMap(({ id, carries = [] }) =>
    open.includes(id) ? carries : [],
  );
  return [...open, ...carried];
}

/**
 * Materials the role may upload, replace or remove now. The signed form, and whatever else is due
 * after submission, is open exactly where the state offers UPLOAD_SIGNED_FORM to the role.
 */
export function writableSlots(query: AccessQuery): readonly SlotCode[] {
  const { type, state, role, flagged } = query;
  const { writable } = accessTo(query);
  if (writable === 'NONE') return [];
  const signedForm = signedSlotOf(type);
  const uploadsAfter = stateOf(type, state)?.actions.some(
    ({ action, roles }) => action === 'UPLOAD_SIGNED_FORM' && roles.includes(role),
  );
  const isFlagged = (code: SlotCode) =>
    flagged.some(({ kind, target }) => kind === 'SLOT' && target === code);
  return type.slots
    .filter(({ code, phase }) => {
      if (phase === 'AFTER_SUBMIT' || code === signedForm) return uploadsAfter === true;
      return writable === 'ALL' || (writable === 'FLAGGED' && isFlagged(code));
    })
    .map(({ code }) => code);
}
