import type { ZH_STATES } from '../zh-CN/states.js';

export const EN_STATES: Readonly<Record<keyof typeof ZH_STATES, string>> = {
  'state.DRAFT': 'Draft',
  'state.SUBMITTED': 'Waiting for review',
  'state.UNDER_REVIEW': 'Under review',
  'state.RETURNED': 'Returned',
  'state.QUALIFIED': 'Qualified',
  'state.SCHEDULED': 'Exam scheduled',
  'state.EXAMINED': 'Exam taken, result pending',
  'state.PASSED': 'Passed',
  'state.FAILED': 'Failed',
  'state.ABSENT': 'Absent',
  'state.VOID': 'Result void',
  'state.READY_TO_FORWARD': 'Ready to forward',
  'state.FORWARDED': 'With the issuing authority',
  'state.ISSUER_RETURNED': 'Returned by the issuing authority',
  'state.APPROVED': 'Certificate approved',
  'state.REJECTED': 'Not licensed',
  'state.PRINTED': 'Certificate printed',
  'state.DELIVERED': 'Certificate delivered',
  'state.WITHDRAWN': 'Withdrawn',
  'state.DELETED': 'Deleted',
  'state.EXPIRED': 'Lapsed',

  'status.DRAFT': 'Not submitted yet. What you typed is saved automatically.',
  'status.SUBMITTED': 'Submitted and waiting for the exam institution to review it.',
  'status.SUBMITTED.signedFormMissing':
    'Submitted. The signed and stamped application form is still missing.',
  'status.SUBMITTED.signedFormStale':
    'Submitted, but the content has changed: print, sign and upload the form again.',
  'status.UNDER_REVIEW': 'The exam institution is reviewing it.',
  'status.UNDER_REVIEW.signedFormMissing':
    'The exam institution is reviewing it. The signed and stamped form is still missing.',
  'status.UNDER_REVIEW.signedFormStale':
    'The exam institution is reviewing it. The signed form differs from the present content.',
  'status.RETURNED': 'Returned. Please correct what is marked.',
  'status.RETURNED.due': 'Returned. Please correct what is marked and resubmit by {date}.',
  'status.QUALIFIED': 'Your qualification is accepted. A seat will be arranged.',
  'status.SCHEDULED': 'The exam room and time are arranged.',
  'status.EXAMINED': 'The exam is over. The result is not published yet.',
  'status.PASSED': 'Passed. Waiting to be forwarded to the issuing authority.',
  'status.FAILED': 'Not passed.',
  'status.FAILED.resit': 'Not passed. You may resit until {date}.',
  'status.ABSENT': 'Absent, which counts as not passed.',
  'status.ABSENT.resit': 'Absent. You may resit until {date}.',
  'status.VOID': 'All subjects are void because exam rules were broken.',
  'status.READY_TO_FORWARD': 'Ready. Waiting for the exam institution to forward it.',
  'status.FORWARDED': 'With the issuing authority, waiting for its decision.',
  'status.ISSUER_RETURNED':
    'Returned by the issuing authority; the exam institution is dealing with it.',
  'status.APPROVED': 'Approved by the issuing authority. The certificate will be printed.',
  'status.REJECTED': 'The issuing authority refused the licence.',
  'status.PRINTED': 'The certificate is printed and waiting to be handed over.',
  'status.DELIVERED': 'The certificate has been delivered.',
  'status.WITHDRAWN': 'This application was withdrawn.',
  'status.DELETED': 'This application was deleted.',
  'status.EXPIRED': 'Not corrected in time: this application has lapsed.',

  'nextStep.none': 'Nothing for you to do now.',
  'nextStep.observe': 'For viewing only.',
  'nextStep.DRAFT.candidate': 'Complete every part, then submit the application.',
  'nextStep.SUBMITTED.candidate':
    'Just wait for the review. Until it starts you may edit, withdraw or delete the application.',
  'nextStep.SUBMITTED.candidate.signedFormMissing':
    'Print the form, sign it, have your employer stamp it and upload the scan. It cannot be accepted without it.',
  'nextStep.SUBMITTED.candidate.signedFormStale':
    'Print the form again, have it signed and stamped, and upload it.',
  'nextStep.SUBMITTED.institution': 'Start the review of this application.',
  'nextStep.UNDER_REVIEW.candidate': 'Wait for the outcome. We will notify you.',
  'nextStep.UNDER_REVIEW.candidate.signedFormMissing':
    'Print the form, sign it, have your employer stamp it and upload the scan. It cannot be accepted without it.',
  'nextStep.UNDER_REVIEW.candidate.signedFormStale':
    'Print the form again, have it signed and stamped, and upload it.',
  'nextStep.UNDER_REVIEW.institution': 'Judge every part, then accept or return the application.',
  'nextStep.RETURNED.candidate':
    'Correct each marked part, then resubmit. The rest stays as it is.',
  'nextStep.RETURNED.institution': 'Waiting for the candidate to correct it.',
  'nextStep.QUALIFIED.candidate':
    'Wait for your seat. We will tell you when the admission ticket is ready.',
  'nextStep.QUALIFIED.institution': 'Assign this candidate to an exam room.',
  'nextStep.SCHEDULED.candidate':
    'Take the exam at the time and place on your admission ticket. Bring your identity document.',
  'nextStep.SCHEDULED.institution': 'After the exam, record attendance and marks.',
  'nextStep.EXAMINED.candidate': 'Wait for the result. We will notify you.',
  'nextStep.EXAMINED.institution': 'Check the marks; another person publishes them.',
  'nextStep.PASSED.candidate': 'The exam institution will forward it. Nothing for you to do.',
  'nextStep.PASSED.institution': 'Queue it for forwarding.',
  'nextStep.FAILED.candidate':
    'See your marks. You may resit the failed subjects within the resit period.',
  'nextStep.ABSENT.candidate':
    'You may resit within the resit period. Contact the exam institution if there were special circumstances.',
  'nextStep.VOID.candidate': 'Contact the exam institution if you object.',
  'nextStep.READY_TO_FORWARD.candidate':
    'The exam institution will forward it. Nothing for you to do.',
  'nextStep.READY_TO_FORWARD.institution':
    'Put it in a batch and forward it to the issuing authority.',
  'nextStep.FORWARDED.candidate': 'Wait for the issuing authority. We will notify you.',
  'nextStep.FORWARDED.institution': 'Waiting for the issuing authority.',
  'nextStep.FORWARDED.authority': 'Examine what was forwarded; approve, return or refuse it.',
  'nextStep.ISSUER_RETURNED.candidate':
    'The exam institution is dealing with it and will tell you if you must correct anything.',
  'nextStep.ISSUER_RETURNED.institution':
    'Correct what the issuing authority asks and forward it again, or return it to the candidate.',
  'nextStep.ISSUER_RETURNED.authority': 'Waiting for the exam institution to forward it again.',
  'nextStep.APPROVED.candidate': 'Your certificate will be printed. We will notify you.',
  'nextStep.APPROVED.authority': 'Print the certificate.',
  'nextStep.REJECTED.candidate':
    'See the reasons. You may apply again once the conditions are met.',
  'nextStep.PRINTED.candidate': 'Collect it or wait for the post, as the notice says.',
  'nextStep.PRINTED.authority': 'Hand the certificate over and record it.',
  'nextStep.DELIVERED.candidate': 'Check the certificate. If something is wrong, ask for a change.',
  'nextStep.WITHDRAWN.candidate': 'You may apply again when you need to.',
  'nextStep.DELETED.candidate': 'You may apply again when you need to.',
  'nextStep.DELETED.institution': 'It can no longer be restored; nothing to do.',
  'nextStep.DELETED.institution.restore':
    'Can be restored when the candidate asks for it, until the end of {date}.',
  'nextStep.EXPIRED.candidate': 'You may apply again when you need to.',
};
