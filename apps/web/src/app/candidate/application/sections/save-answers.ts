import { SaveAnswersDocument, type SaveAnswersMutation } from '@kaopu/graphql';
import type { Apollo } from 'apollo-angular';

import { mutate } from '../../../core/requests/mutate.js';

interface AnswersToSave {
  readonly applicationId: string;
  readonly version: number;
  readonly idempotencyKey: string;
  readonly answers?: Readonly<Record<string, unknown>>;
  readonly planId?: string;
}

/** Stores answers or the chosen plan of an application; a null answer empties the field. Rejects without an answer. */
export async function saveAnswers(
  apollo: Apollo,
  { answers = {}, ...input }: AnswersToSave,
): Promise<SaveAnswersMutation['saveAnswers']> {
  const list = Object.entries(answers).map(([fieldId, value]) => ({ fieldId, value }));
  const data = await mutate(apollo, SaveAnswersDocument, { input: { ...input, answers: list } });
  return data.saveAnswers;
}
