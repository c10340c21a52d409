import type { ZH_WORKFLOW } from '../zh-CN/workflow.js';

export const EN_WORKFLOW: Readonly<Record<keyof typeof ZH_WORKFLOW, string>> = {
  'role.CANDIDATE': 'Candidate',
  'role.REVIEWER': 'Exam institution reviewer',
  'role.PLAN_CLERK': 'Exam plan clerk',
  'role.RESULT_CLERK': 'Result clerk',
  'role.RESULT_PUBLISHER': 'Result publisher',
  'role.FORWARDER': 'Forwarding clerk',
  'role.INSTITUTION_ADMIN': 'Exam institution administrator',
  'role.AUTHORITY_REVIEWER': 'Issuing authority reviewer',
  'role.AUTHORITY_APPROVER': 'Issuing authority approver',
  'role.PRINTER': 'Certificate printer',
  'role.AUDITOR': 'Auditor',
  'role.SYSADMIN': 'System administrator',
  'role.SYSTEM': 'System',

  'history.begun': 'Started',

  'action.EDIT': 'Edit',
  'action.SUBMIT': 'Submit',
  'action.RESUBMIT': 'Resubmit',
  'action.UPLOAD_SIGNED_FORM': 'Upload the signed form',
  'action.WITHDRAW': 'Withdraw',
  'action.DELETE': 'Delete',
  'action.RESTORE': 'Restore',
  'action.EXPIRE': 'Mark as lapsed',
  'action.START_REVIEW': 'Start review',
  'action.RETURN': 'Return for correction',
  'action.ACCEPT': 'Accept',
  'action.ASSIGN_PLAN': 'Assign the exam plan',
  'action.SCHEDULE': 'Assign a seat',
  'action.RECORD_RESULTS': 'Record results',
  'action.PUBLISH_RESULTS': 'Publish results',
  'action.QUEUE_FORWARD': 'Queue for forwarding',
  'action.FORWARD': 'Forward to the authority',
  'action.ISSUER_RETURN': 'Return to the institution',
  'action.APPROVE': 'Approve the certificate',
  'action.REJECT': 'Refuse the licence',
  'action.MARK_PRINTED': 'Mark as printed',
  'action.MARK_DELIVERED': 'Mark as delivered',

  'whyNot.unknownState':
    'This kind of application has no such state. Please contact an administrator.',
  'whyNot.role': 'Your role does not allow this: {action}.',
  'whyNot.notOwner': 'You can only work on your own application.',
  'whyNot.ownApplication':
    'You cannot handle your own application as staff. Please leave it to a colleague.',
  'whyNot.state.DRAFT': 'The application is not submitted yet. Not possible now: {action}.',
  'whyNot.state.SUBMITTED': 'The application is waiting for review. Not possible now: {action}.',
  'whyNot.state.UNDER_REVIEW':
    'The application is being reviewed. Please wait for the outcome. Not possible now: {action}.',
  'whyNot.state.RETURNED':
    'The application was returned for correction. Not possible now: {action}.',
  'whyNot.state.QUALIFIED': 'The qualification is already accepted. Not possible now: {action}.',
  'whyNot.state.SCHEDULED': 'The exam is already scheduled. Not possible now: {action}.',
  'whyNot.state.EXAMINED': 'The exam is over. Not possible now: {action}.',
  'whyNot.state.PASSED': 'The result is published. Not possible now: {action}.',
  'whyNot.state.FAILED': 'The result is published. No longer possible: {action}.',
  'whyNot.state.ABSENT': 'The result is published. No longer possible: {action}.',
  'whyNot.state.VOID': 'The result is void. No longer possible: {action}.',
  'whyNot.state.READY_TO_FORWARD':
    'The application is waiting to be forwarded. Not possible now: {action}.',
  'whyNot.state.FORWARDED':
    'The application is with the issuing authority. Not possible now: {action}.',
  'whyNot.state.ISSUER_RETURNED':
    'The issuing authority returned the application. Not possible now: {action}.',
  'whyNot.state.APPROVED': 'The certificate is already approved. Not possible now: {action}.',
  'whyNot.state.REJECTED': 'The licence was refused. No longer possible: {action}.',
  'whyNot.state.PRINTED': 'The certificate is already printed. Not possible now: {action}.',
  'whyNot.state.DELIVERED': 'The certificate is delivered. No longer possible: {action}.',
  'whyNot.state.WITHDRAWN': 'The application was withdrawn. No longer possible: {action}.',
  'whyNot.state.DELETED': 'The application was deleted. No longer possible: {action}.',
  'whyNot.state.EXPIRED': 'The application has lapsed. No longer possible: {action}.',
  'whyNot.reasonRequired': 'Please give a reason.',
  'whyNot.missingRequired': 'Still to fill in or upload: {count}.',
  'whyNot.ineligible': 'A condition for applying is not met. Please see the eligibility check.',
  'whyNot.planClosed':
    'The chosen exam plan no longer takes registrations. Please choose another one.',
  'whyNot.unansweredFixes': 'Returned parts still to correct: {count}.',
  'whyNot.signedFormMissing': 'The signed and stamped form is missing, so it cannot be accepted.',
  'whyNot.signedFormStale':
    'The signed form differs from the present content. It must be printed, signed and uploaded again.',
  'whyNot.openVerdicts': 'Parts that still need correction: {count}. It cannot be accepted.',
  'whyNot.unjudgedItems': 'Parts not judged yet: {count}.',
  'whyNot.noFixVerdict': 'First mark what must be corrected and say why.',
  'whyNot.unexplainedVerdicts': 'Marked for correction without a reason: {count}.',
  'whyNot.examAhead':
    'The exam has not taken place yet; results can be recorded from its first day.',
  'whyNot.candidateChoosesPlan': 'Candidates choose the exam plan of this type themselves.',
  'whyNot.planMissing': 'No exam plan is assigned yet.',
  'whyNot.restoreOver':
    'It was deleted too long ago to be restored; the candidate may apply again.',
  'whyNot.returnOverdue':
    'The period for correction is over. Please start a new application or ask the exam institution.',
  'whyNot.returnNotOverdue': 'The period for correction is not over yet.',
  'whyNot.withdrawalClosed':
    'The time for withdrawing is over. Please contact the exam institution.',
  'whyNot.missingResults': 'Subjects without a recorded result: {count}.',
  'whyNot.outcomeUnknown': 'The results are not complete, so they cannot be published.',
  'whyNot.recordedByActor': 'You recorded these results. Another person must publish them.',
  'whyNot.reviewedByActor': 'You took part in the review. Another person must decide.',
};
