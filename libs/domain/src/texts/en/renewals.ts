import type { ZH_RENEWALS } from '../zh-CN/renewals.js';

export const EN_RENEWALS: Readonly<Record<keyof typeof ZH_RENEWALS, string>> = {
  'applyMenu.INSPECTION': 'Renewal for inspection personnel',
  'applyMenu.TESTING': 'Exams for testing personnel',
  'applyMenu.TYPE_TEST': 'Renewal for type-test personnel',
  'level.I': 'Level Ⅰ',
  'level.II': 'Level Ⅱ',
  'level.III': 'Level Ⅲ',
  'level.INSPECTOR': 'Inspector',
  'level.SENIOR': 'Senior inspector',
  'level.CHIEF': 'Chief inspector',

  'applicationType.inspection-renewal.name': 'Inspection personnel: renewal by review',
  'applicationType.testing-exempt-renewal.name': 'Testing personnel: renewal without exam',
  'applicationType.testing-exam-renewal.name': 'Testing personnel: renewal by exam',
  'applicationType.testing-initial-resit.name': 'Testing personnel: resit of an initial exam',
  'applicationType.testing-renewal-resit.name': 'Testing personnel: resit of a renewal exam',
  'applicationType.type-test-renewal.name': 'Type-test personnel: renewal by review',

  'section.inspection': 'Nature of inspection',
  'section.certificate': 'Present certificate',
  'section.resit': 'Subjects to resit',
  'section.exemption': 'Conditions for renewal without exam',

  'field.inspectionNature.label': 'Nature of inspection',
  'field.inspectionNature.hint': 'The kind of inspection you mainly do.',
  'field.statedItems.label': 'Items held',
  'field.statedItems.hint':
    'Certificates in our register are filled in already; please check them and add what is missing. Staff look at whatever differs from the register.',
  'field.certificateNo.label': 'Certificate number',
  'field.certificateFirstIssueDate.label': 'First issue date',
  'field.certificateValidTo.label': 'Valid to',
  'field.previousExamNo.label': 'Application number of the previous exam',
  'field.previousExamDate.label': 'Date of the previous exam',
  'field.previousExamDate.hint': 'The exam date on the result slip.',
  'field.resitSubjects.label': 'Subjects to resit',
  'field.resitSubjects.hint': 'Choose the subjects you did not pass, as on the result slip.',
  'field.continuousWork.label': 'I did the certified work throughout the validity period',
  'field.noPenalty.label': 'No accident I answer for and no penalty in the validity period',
  'field.continuingEducation.label': 'I completed the continuing education required',

  'dict.inspectionNature.SUPERVISION': 'Supervision inspection',
  'dict.inspectionNature.PERIODIC': 'Periodic inspection',
  'dict.inspectionNature.TYPE_TEST': 'Type test',

  'heldItem.same': 'As in the register',
  'heldItem.differs': 'Differs from the register',
  'heldItem.differsFrom': '{name} differs from the register, which says {registered}',
  'heldItem.notRegistered': 'Not in the register',
  'resit.fromElsewhere': 'The previous result is not in this system; check the result slip',
  'slotReason.RESULT_FROM_ELSEWHERE':
    'We have no previous result of yours; please upload the result slip.',
  'slotReason.RESULT_FROM_ELSEWHERE.notNeeded': 'Not needed: your results are in this system.',

  'notice.ACCEPTED.title': 'Application accepted',
  'notice.ACCEPTED.body':
    'Your application for {item} ({number}) was accepted. The exam institution will forward it to the issuing authority.',

  'problem.repeated': 'Something is listed twice. Please keep it once.',

  'problem.settled': 'This follows from our own records; the candidate cannot correct it.',

  'eligibility.AGE.capped':
    'Age {age} meets the rule ({min} or over, under {below}). The certificate can be valid only to {date}, the day the age limit is reached.',

  'eligibility.HOLDS_ITEM.name': 'Holds the certificate',
  'eligibility.HOLDS_ITEM.yes':
    'You hold the certificate for this item ({number}), valid to {date}.',
  'eligibility.HOLDS_ITEM.typed':
    'Staff will check the certificate you stated for this item (valid to {date}).',
  'eligibility.HOLDS_ITEM.unknown':
    'A renewal needs a certificate for this item. We have none on record; staff will check.',
  'eligibility.HOLDS_ITEM.unknown.remedy':
    'State the dates of the certificate in the application and upload a scan.',

  'eligibility.RENEWAL_WINDOW.name': 'Renewal window',
  'eligibility.RENEWAL_WINDOW.open':
    'You may renew now. The certificate is valid to {date}; submit before {safe} to have the new one in time.',
  'eligibility.RENEWAL_WINDOW.late':
    'You may still renew, but the certificate ends on {date} and the new one may not be ready; certified work must stop then.',
  'eligibility.RENEWAL_WINDOW.early': 'It is too early to renew; you may apply from {date}.',
  'eligibility.RENEWAL_WINDOW.early.remedy': 'Please come back within the renewal window.',
  'eligibility.RENEWAL_WINDOW.expired':
    'The certificate expired on {date} and can no longer be renewed by review or without exam.',
  'eligibility.RENEWAL_WINDOW.expired.remedy':
    'Testing personnel may renew by exam within a year of expiry; otherwise contact the exam institution. If it was renewed already, state the new date.',
  'eligibility.RENEWAL_WINDOW.typed': 'Staff will check the validity you stated (to {date}).',
  'eligibility.RENEWAL_WINDOW.unknown':
    'We have no validity of the certificate on record; staff will check.',
  'eligibility.RENEWAL_WINDOW.unknown.remedy':
    'State the validity of the certificate in the application.',

  'eligibility.RENEWAL_EXAM_WINDOW.name': 'Who may renew by exam',
  'eligibility.RENEWAL_EXAM_WINDOW.ENDS_NEXT_YEAR':
    'The certificate ends next year ({date}); you may renew by exam.',
  'eligibility.RENEWAL_EXAM_WINDOW.IN_EXAM_PERIOD':
    'The certificate is valid to {date}, which is within two years; you may renew by exam.',
  'eligibility.RENEWAL_EXAM_WINDOW.EXPIRED_WITHIN_GRACE':
    'The certificate expired on {date}; you may renew by exam up to and including {last}. Certified work must stop until then.',
  'eligibility.RENEWAL_EXAM_WINDOW.FAILED_BEFORE':
    'You did not pass the renewal exam and may sit it again; the certificate is valid to {date}.',
  'eligibility.RENEWAL_EXAM_WINDOW.early':
    'It is too early to renew by exam; you may apply from {date}.',
  'eligibility.RENEWAL_EXAM_WINDOW.early.remedy': 'Please come back once you may apply.',
  'eligibility.RENEWAL_EXAM_WINDOW.lapsed':
    'The certificate expired on {date}, too long ago to be renewed by exam.',
  'eligibility.RENEWAL_EXAM_WINDOW.lapsed.remedy':
    'Please apply for the initial exam. If it was renewed already, state the new date.',
  'eligibility.RENEWAL_EXAM_WINDOW.noGroup':
    'You are not among those who may renew by exam this year (certificate valid to {date}).',
  'eligibility.RENEWAL_EXAM_WINDOW.noGroup.remedy':
    'Read the notice of the exam institution, or contact it.',

  'eligibility.EXEMPTION_CONDITIONS.name': 'Conditions for renewal without exam',
  'eligibility.EXEMPTION_CONDITIONS.declared':
    'You declare that you meet the conditions; staff will check them against the papers.',
  'eligibility.EXEMPTION_CONDITIONS.notDeclared':
    'You do not declare every condition as met; staff will check.',
  'eligibility.EXEMPTION_CONDITIONS.notDeclared.remedy':
    'If you do not meet the conditions, apply for renewal by exam instead.',
  'eligibility.EXEMPTION_CONDITIONS.unknown':
    'Renewal without exam needs continuous certified work, no accident or penalty, and continuing education. Staff will check.',
  'eligibility.EXEMPTION_CONDITIONS.unknown.remedy':
    'Declare each condition in the application and upload proof of work and training.',

  'eligibility.EXEMPTION_NOT_REPEATED.name': 'Renewals without exam in a row',
  'eligibility.EXEMPTION_NOT_REPEATED.yes':
    'You are within the number of renewals without exam in a row ({limit}).',
  'eligibility.EXEMPTION_NOT_REPEATED.no':
    'You have renewed without exam {limit} time(s) in a row; this time an exam is needed.',
  'eligibility.EXEMPTION_NOT_REPEATED.no.remedy': 'Please apply for renewal by exam.',
  'eligibility.EXEMPTION_NOT_REPEATED.unknown':
    'At most {limit} renewal(s) in a row may be without exam. We have no record of the last renewal; staff will check.',

  'eligibility.RESIT_OPEN.name': 'Subjects and period of the resit',
  'eligibility.RESIT_OPEN.yes':
    'Subjects to resit: {count}. You may resit up to and including {date}.',
  'eligibility.RESIT_OPEN.nothing': 'There is no subject to resit.',
  'eligibility.RESIT_OPEN.nothing.remedy':
    'Every subject is passed. If you doubt the result, contact the exam institution.',
  'eligibility.RESIT_OPEN.over': 'The resit period ended on {date}.',
  'eligibility.RESIT_OPEN.over.remedy': 'Please apply for the whole exam again.',
  'eligibility.RESIT_OPEN.void': 'The previous exam was declared void and cannot be resat.',
  'eligibility.RESIT_OPEN.void.remedy':
    'Sit the whole exam once you may apply again; if you object, contact the exam institution.',
  'eligibility.RESIT_OPEN.absent':
    'You were absent from the previous exam, which rules a resit out.',
  'eligibility.RESIT_OPEN.absent.remedy': 'Please apply for the whole exam again.',
  'eligibility.RESIT_OPEN.tooMany': 'You have used all {limit} resit(s).',
  'eligibility.RESIT_OPEN.tooMany.remedy': 'Please apply for the whole exam again.',
  'eligibility.RESIT_OPEN.elsewhere':
    'The result you stated is not in this system; staff will check. By the date stated you may resit until {date}.',
  'eligibility.RESIT_OPEN.unknown': 'We have no results of yours for this item; staff will check.',
  'eligibility.RESIT_OPEN.unknown.remedy':
    'If you sat the exam elsewhere, state subjects and date and upload the result slip; if you never sat it, apply for the exam itself.',
};
