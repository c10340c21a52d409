import { registerEnumType } from '@nestjs/graphql';
import { ApplicationAction, ApplicationStatus, PlanChoice } from '@kaopu/domain';

export const VerdictAnswer = { YES: 'YES', NO: 'NO', STAFF: 'STAFF' } as const;
export type VerdictAnswer = keyof typeof VerdictAnswer;

export const ApplicationTab = { ATTENTION: 'ATTENTION', ACTIVE: 'ACTIVE', DONE: 'DONE' } as const;
export type ApplicationTab = keyof typeof ApplicationTab;

registerEnumType(ApplicationStatus, {
  name: 'ApplicationStatus',
  description: 'Where an application stands; few statuses, many flags.',
});
registerEnumType(ApplicationAction, {
  name: 'ApplicationAction',
  description: 'What the workflow table knows; shown and refused from the same table.',
});
registerEnumType(PlanChoice, {
  name: 'PlanChooser',
  description: 'Who picks the exam plan; NONE for requests about a certificate.',
});
registerEnumType(VerdictAnswer, {
  name: 'VerdictAnswer',
  description: 'STAFF: a person will check.',
});
registerEnumType(ApplicationTab, {
  name: 'ApplicationTab',
  description: 'ATTENTION: it is the candidate’s turn; ACTIVE: under way; DONE: over.',
});
