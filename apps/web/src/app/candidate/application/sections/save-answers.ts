import { inject, Service } from '@angular/core';
import { SaveAnswersDocument, type SaveAnswersMutation } from '@kaopu/graphql';
import { Apollo } from 'apollo-angular';

import { mutate } from '../../reading/command.js';

interface AnswersToSave {
  readonly applicationId: string;
  readonly version: number;
  readonly idempotencyKey: string;
  readonly answers?: Readonly<Record<string, unknown>>;
  readonly planId?: string;
}

/** Stores answers or the chosen plan of an application; a null answer empties the field. */
@Service()
export class SaveAnswers {
  private readonly apollo = inject(Apollo);

  async save({
    answers = {},
    ...input
  }: AnswersToSave): Promise<SaveAnswersMutation['saveAnswers']> {
    const list = Object.entries(answers).map(([fieldId, value]) => ({ fieldId, value }));
    const data = await mutate(this.apollo, SaveAnswersDocument, {
      input: { ...input, answers: list },
    });
    return data.saveAnswers;
  }
}
