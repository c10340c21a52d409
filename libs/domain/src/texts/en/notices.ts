import type { ZH_NOTICES } from '../zh-CN/notices.js';

export const EN_NOTICES: Readonly<Record<keyof typeof ZH_NOTICES, string>> = {
  'notice.SUBMITTED.title': 'Application submitted',
  'notice.SUBMITTED.body':
    'Your application for {item} ({number}) is submitted. One step is left: print the form, have it signed and stamped, and upload it.',
  'notice.RESUBMITTED.title': 'Application resubmitted',
  'notice.RESUBMITTED.body':
    'Your application for {item} ({number}) is resubmitted and waiting for review.',
  'notice.RETURNED.title': 'Correction needed',
  'notice.RETURNED.body':
    'Your application for {item} ({number}) was returned. Please log in, correct what is marked and resubmit.',
  'notice.QUALIFIED.title': 'Qualification accepted',
  'notice.QUALIFIED.body':
    'Your application for {item} ({number}) passed the review. We will tell you when a seat is arranged.',
  'notice.SCHEDULED.title': 'Exam scheduled',
  'notice.SCHEDULED.body':
    'Your exam for {item} ({number}) is scheduled. Log in to see the time, the place and your ticket.',
  'notice.PASSED.title': 'Exam passed',
  'notice.PASSED.body':
    'You passed the exam for {item} ({number}). The exam institution will forward it to the issuing authority.',
  'notice.FAILED.title': 'Results published',
  'notice.FAILED.body':
    'You did not pass the exam for {item} ({number}). Log in to see your marks and the resit period.',
  'notice.ABSENT.title': 'Recorded as absent',
  'notice.ABSENT.body':
    'You were recorded as absent from the exam for {item} ({number}). Contact the exam institution if there were special circumstances.',
  'notice.VOID.title': 'Result void',
  'notice.VOID.body':
    'All subjects of your exam for {item} ({number}) are void. Log in for details.',
  'notice.FORWARDED.title': 'Forwarded to the issuing authority',
  'notice.FORWARDED.body':
    'Your application for {item} ({number}) is with the issuing authority, waiting for its decision.',
  'notice.APPROVED.title': 'Certificate approved',
  'notice.APPROVED.body':
    'Your application for {item} ({number}) is approved. We will tell you when the certificate is printed.',
  'notice.REJECTED.title': 'Licence refused',
  'notice.REJECTED.body':
    'Your application for {item} ({number}) was refused. Log in to see the reasons.',
  'notice.PRINTED.title': 'Certificate printed',
  'notice.PRINTED.body':
    'Your certificate for {item} (application {number}) is printed. We will tell you how to receive it.',
  'notice.DELIVERED.title': 'Certificate delivered',
  'notice.DELIVERED.body':
    'Your certificate for {item} (application {number}) has been delivered. Please check it.',
  'notice.WITHDRAWN.title': 'Application withdrawn',
  'notice.WITHDRAWN.body': 'You withdrew your application for {item} ({number}).',
  'notice.RESTORED.title': 'Application restored',
  'notice.RESTORED.body':
    'The exam institution restored the application for {item} ({number}) that you had deleted; what you typed and uploaded is there. If you did not ask for it, contact the exam institution.',
  'notice.PLAN_ASSIGNED.title': 'Exam plan assigned',
  'notice.PLAN_ASSIGNED.body':
    'The exam institution assigned an exam plan to your application for {item} ({number}). Log in to see time and place.',
  'notice.PASSWORD_CHANGED.title': 'Password changed',
  'notice.PASSWORD_CHANGED.body':
    'Your password was changed and other devices were signed out. If it was not you, reset it at once and contact the exam institution.',
  'notice.PHONE_CHANGED.title': 'Phone number changed',
  'notice.PHONE_CHANGED.body':
    'The phone number of your account was changed, and the old number was told. If it was not you, contact the exam institution at once.',
  'notice.EXPIRED.title': 'Application lapsed',
  'notice.EXPIRED.body':
    'Your application for {item} ({number}) was not corrected in time and has lapsed. You may apply again.',
};
