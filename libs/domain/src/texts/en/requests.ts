import type { ZH_REQUESTS } from '../zh-CN/requests.js';

export const EN_REQUESTS: Readonly<Record<keyof typeof ZH_REQUESTS, string>> = {
  'applicationType.certificate-reissue.name': 'Certificate reissue',
  'applicationType.certificate-change.name': 'Change of certificate information',
  'registrationType.REISSUE': 'Certificate reissue',
  'registrationType.CHANGE': 'Change of certificate information',

  'section.reissue': 'Reason for the reissue',
  'section.change': 'What is to be changed',
  'section.contact': 'Contact',
  'field.reissueReason.label': 'Reason for the reissue',
  'field.reissueStatement.label': 'How it was lost or damaged',
  'field.reissueStatement.hint':
    'Say when, where and how it was lost or damaged; this is printed on the reissue form.',
  'field.newName.label': 'Name',
  'field.newSex.label': 'Sex',
  'field.newIdNumber.label': 'ID number',
  'field.newEmployer.label': 'Employer',
  'field.newFirstIssueDates.label': 'First issue date',
  'field.changeReason.label': 'Reason for the change',
  'field.changeReason.hint':
    'Say why what stands on the certificate must be corrected; this is printed on the change form.',
  'changeProof.newName': 'Household register, or proof of the change of name by the police',
  'changeProof.newSex': 'Identity document, or proof by the police',
  'changeProof.newIdNumber':
    'Proof by the police of the changed (longer) number, and the present identity document',
  'changeProof.newEmployer': 'Proof of leaving the former employer and of the present employment',
  'changeProof.newFirstIssueDates': 'The first certificate, or a record of its issue',
  'dict.reissueReason.LOST': 'Lost',
  'dict.reissueReason.DAMAGED': 'Damaged',

  'milestone.SUBMITTED': 'Submitted',
  'milestone.READY_TO_FORWARD': 'Confirmed by the exam institution',
  'milestone.FORWARDED': 'Forwarded to the issuing authority, under review there',
  'milestone.APPROVED': 'Approved by the issuing authority',
  'milestone.PRINTED': 'New certificate printed',
  'milestone.DELIVERED': 'New certificate delivered',

  'eligibility.CERTIFICATE_IN_FORCE.name': 'Certificate in force',
  'eligibility.CERTIFICATE_IN_FORCE.yes': 'The certificate is in force; you may apply.',
  'eligibility.CERTIFICATE_IN_FORCE.no':
    'This certificate is no longer in force (replaced, suspended, revoked or cancelled).',
  'eligibility.CERTIFICATE_IN_FORCE.no.remedy':
    'Choose the certificate in force from your list; when in doubt, ask the exam institution.',
  'eligibility.CERTIFICATE_IN_FORCE.expired': 'The certificate ended on {date}.',
  'eligibility.CERTIFICATE_IN_FORCE.expired.remedy':
    'An expired certificate cannot be reissued or changed; please renew it.',
  'eligibility.NO_OPEN_REQUEST.name': 'No reissue or change under way',
  'eligibility.NO_OPEN_REQUEST.yes': 'No reissue or change of this certificate is under way.',
  'eligibility.NO_OPEN_REQUEST.no': 'This certificate has one under way: {type} ({number}).',
  'eligibility.NO_OPEN_REQUEST.no.remedy':
    'Continue with that one; if you do not need it, delete or withdraw it first.',
  'eligibility.NO_OPEN_CHANGE.name': 'No change under way',
  'eligibility.NO_OPEN_CHANGE.yes': 'No change of the certificate you hold is under way.',
  'eligibility.NO_OPEN_CHANGE.no':
    'A change of the certificate you hold ({number}) is under way; renewal waits until it is done.',
  'eligibility.NO_OPEN_CHANGE.no.remedy':
    'Renew once the change is done; if you no longer need it, withdraw it first.',

  'problem.nothingChanged':
    'Nothing differs from what stands on the certificate; please change at least one row.',
  'problem.sexOfIdNumber': 'This does not agree with the ID number; please check the number.',
  'problem.unknownItem': 'The certificate has no such item; reload the page and try again.',
  'problem.firstIssueLate':
    'The first issue date cannot be later than the first day of the certificate’s validity.',
  'problem.alreadyRegistered':
    'This ID number belongs to another account and cannot be used; please ask the exam institution.',
  'refusal.openRequest':
    'This certificate has one under way: {type} ({number}). No other reissue or change can be started.',
  'whyNot.changeOpen':
    'A change of the held certificate is under way; the renewal is forwarded once it is done.',
  'refusal.noOffice':
    'No exam institution handles this certificate; please ask the issuing authority.',

  'nextStep.DRAFT.candidate.signedFormStale':
    'Something was changed after printing: print the form again, sign it, have it stamped and upload it again.',
  'nextStep.RETURNED.candidate.signedFormStale':
    'Correct every marked place; after a change print the form again, sign it, have it stamped, upload it and submit again.',

  'notice.REQUEST_SUBMITTED.title': 'Request submitted',
  'notice.REQUEST_SUBMITTED.body':
    'Your request about the {item} certificate ({number}) is submitted; the exam institution will confirm it.',
  'notice.REQUEST_CONFIRMED.title': 'Confirmed by the exam institution',
  'notice.REQUEST_CONFIRMED.body':
    'Your request about the {item} certificate ({number}) is confirmed and goes to the issuing authority.',
  'notice.REISSUE_APPROVED.title': 'Reissue approved',
  'notice.REISSUE_APPROVED.body':
    'The reissue of your {item} certificate ({number}) is approved and the old print is void; you will be told when the new one is ready.',
  'notice.CHANGE_APPROVED.title': 'Change approved',
  'notice.CHANGE_APPROVED.body':
    'The change of your {item} certificate ({number}) is approved and the old print is void; you will be told when the new one is ready. If your ID number was changed, log in with the new one.',

  'form.reissue-form.name': 'Reissue form',
  'form.reissue-form.heading':
    'Application for the Reissue of a Special-Equipment Personnel Certificate',
  'form.change-form.name': 'Change form',
  'form.change-form.heading':
    'Application for a Change of Information on a Special-Equipment Personnel Certificate',
  'form.certificate': 'Certificate',
  'form.holder.name': 'Name',
  'form.holder.sex': 'Sex',
  'form.holder.idNumber': 'ID number',
  'form.holder.employer': 'Employer',
  'form.certificate.number': 'Certificate no.',
  'form.certificate.authority': 'Issuing authority',
  'form.certificate.issuedOn': 'Issued on',
  'form.certificate.items': 'Items of the certificate',
  'form.certificate.item': 'Item',
  'form.certificate.firstIssue': 'First issue date',
  'form.certificate.validTo': 'Valid to',
  'form.changes': 'Changes',
  'form.changes.field': 'What',
  'form.changes.before': 'Before',
  'form.changes.after': 'After',
  'form.changes.proof': 'Proof',
  'form.changes.none': '(nothing entered yet)',
  'form.reissue.declaration':
    'What is stated above and the documents handed in are true, accurate and complete. The old certificate is void once it is reissued; should a lost one be found, I will not use it and hand it in. I am answerable for anything false in them.',
  'form.change.declaration':
    'The changes above and the proof enclosed are true, accurate and complete. The old certificate is void once the change is approved, and I hand it in. I am answerable for anything false in them.',
  'form.opinion.confirmation': 'Confirmation of the exam institution',
  'form.opinion.authority': 'Decision of the issuing authority',
};
