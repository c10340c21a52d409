/** What somebody may do to an application. Keys equal values and equal the contract's enum. */
export const ApplicationAction = {
  EDIT: 'EDIT',
  SUBMIT: 'SUBMIT',
  RESUBMIT: 'RESUBMIT',
  UPLOAD_SIGNED_FORM: 'UPLOAD_SIGNED_FORM',
  WITHDRAW: 'WITHDRAW',
  DELETE: 'DELETE',
  RESTORE: 'RESTORE',
  EXPIRE: 'EXPIRE',
  START_REVIEW: 'START_REVIEW',
  RETURN: 'RETURN',
  ACCEPT: 'ACCEPT',
  ASSIGN_PLAN: 'ASSIGN_PLAN',
  SCHEDULE: 'SCHEDULE',
  RECORD_RESULTS: 'RECORD_RESULTS',
  PUBLISH_RESULTS: 'PUBLISH_RESULTS',
  QUEUE_FORWARD: 'QUEUE_FORWARD',
  FORWARD: 'FORWARD',
  ISSUER_RETURN: 'ISSUER_RETURN',
  APPROVE: 'APPROVE',
  REJECT: 'REJECT',
  MARK_PRINTED: 'MARK_PRINTED',
  MARK_DELIVERED: 'MARK_DELIVERED',
} as const;
export type ApplicationAction = keyof typeof ApplicationAction;

/** Every action, in the order the work usually takes. */
export const APPLICATION_ACTIONS: readonly ApplicationAction[] = Object.values(ApplicationAction);
