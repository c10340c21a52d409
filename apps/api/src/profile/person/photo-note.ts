import type { Actor } from '../../platform/access/actor.js';
import type { InvalidInputError } from '../../platform/graphql/user-error.js';
import { invalidFields } from '../profile-texts.js';

const NOTE_LENGTH = 200;

/** The sender's word to staff about a photo (goal N2), trimmed; null takes it back. */
export function photoNote(
  actor: Actor,
  note: string,
): { readonly words: string | null } | InvalidInputError {
  const words = note.trim();
  if ([...words].length > NOTE_LENGTH) {
    const params = { max: NOTE_LENGTH };
    return invalidFields(actor, [{ path: 'note', key: 'problem.maxLength', params }]);
  }
  return { words: words === '' ? null : words };
}
