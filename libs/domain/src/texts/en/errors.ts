import type { ZH_ERRORS } from '../zh-CN/errors.js';

export const EN_ERRORS: Readonly<Record<keyof typeof ZH_ERRORS, string>> = {
  'error.UNAUTHENTICATED': 'Your session has ended. Please log in again.',
  'error.FORBIDDEN': 'You are not allowed to do this.',
  'error.NOT_FOUND': 'Not found. It may have been deleted, or it is not yours.',
  'error.VALIDATION': 'Something needs correcting. Please follow the hints.',
  'error.ID_ALREADY_REGISTERED': 'This ID number is already registered. Please log in.',
  'error.RATE_LIMITED': 'Too many attempts. Please try again later.',
  'error.CAPTCHA_INVALID': 'The check was not passed. Please do it again.',
  'error.CODE_INVALID': 'The code is wrong or has expired.',
  'error.CONFLICT': 'This was changed a moment ago. Please reload and try again.',
  'error.IDEMPOTENCY_MISMATCH':
    'This differs from what was sent before. Please reload the page and try again.',
  'error.PLAN_FULL': 'This exam plan is full. Please choose another one.',
  'error.PLAN_CLOSED': 'This exam plan does not take registrations now. Please choose another one.',
  'error.STATE_INVALID': 'The application is not in a state that allows this.',
  'error.NOT_ELIGIBLE': 'A condition for applying is not met. Please see the eligibility check.',
  'error.FILE_TOO_LARGE': 'The file is too large. Please reduce it and upload it again.',
  'error.FILE_TYPE': 'This kind of file is not accepted. Please use one of the formats asked for.',
  'error.FILE_BROKEN': 'The file cannot be opened and may be damaged. Please use another one.',
  'error.FILE_MALICIOUS': 'The file did not pass the safety check. Please use another one.',
  'error.DOCUMENT_UNKNOWN':
    'This page is of an older version. Reload it, then go on; what was saved is still there.',
  'error.QUERY_TOO_COMPLEX': 'The query asks for too much at once. Please narrow it.',
  'error.SERVICE_UNAVAILABLE':
    'The service is not available for the moment. What you typed is not lost.',
  'error.INTERNAL':
    'Something went wrong. Try again later, or tell the exam institution the error number.',
};
