import type { ZH_PROBLEMS } from '../zh-CN/problems.js';

export const EN_PROBLEMS: Readonly<Record<keyof typeof ZH_PROBLEMS, string>> = {
  'problem.required': 'Please fill this in.',
  'problem.slotRequired': 'Please upload this document.',
  'problem.unknownField': 'There is no such field. Please reload the page and try again.',
  'problem.ruleFromTomorrow': 'A rule changes from tomorrow at the earliest.',
  'problem.ruleSource': 'Name the document or decision it follows, in {min} to {max} characters.',
  'problem.ruleValue': 'This rule cannot have such a value. Write it like the current one.',
  'problem.ruleDayTaken':
    'There is a change from that day already. Withdraw it first, or choose another day.',
  'problem.ruleUnused': 'Nothing reads this rule yet, so changing it would have no effect.',
  'problem.ruleBegun': 'This change holds already and cannot be withdrawn. Plan a new one instead.',
  'problem.ruleShipped': 'This value comes with the system and cannot be withdrawn.',
  'problem.notWritable': 'This cannot be changed now.',
  'signedForm.MATCH.owner': 'The code on the form was checked: it fits the application as it is.',
  'signedForm.MATCH.staff': 'The code on the form fits the application as it is.',
  'signedForm.OLDER.owner':
    'This form was printed before the application was changed and does not fit it any more. Print, sign and upload it again.',
  'signedForm.OLDER.staff':
    'This form was printed from an older version and does not fit the application; do not accept it.',
  'signedForm.UNREADABLE.owner':
    'The code on the form could not be read. The form was taken and staff will compare it. A flat, sharp picture of the whole page is better.',
  'signedForm.UNREADABLE.staff':
    'The code on the form could not be read. Compare number, version and check digits with this application by eye.',
  'signedForm.otherPerson':
    'This is the form of another application, not yours. Upload the signed form that you printed from this application.',
  'signedForm.otherApplication':
    'This is the form of another application of yours ({number}). Upload the form printed from this one.',
  'problem.text': 'Please type some text.',
  'problem.maxLength': 'At most {max} characters.',
  'problem.integer': 'Please type a whole number from {min} to {max}.',
  'problem.choice': 'Please choose from the list.',
  'problem.boolean': 'Please choose yes or no.',
  'problem.date': 'Please type a date, for example 2026-03-27.',
  'problem.dateFuture': 'The date cannot be later than today.',
  'problem.dateOrder': 'The end cannot be before the beginning.',
  'problem.records': 'Please complete every row.',
  'problem.recordCount': 'At most {max} rows.',
  'problem.name': 'Please type the name as on your document, 2 to 50 characters.',
  'problem.phone': 'Please type an 11-digit mobile number.',
  'problem.email': 'Please type an e-mail address, for example name@example.com.',
  'problem.postcode': 'Please type a 6-digit postcode.',
  'problem.idNumber.EMPTY': 'Please type the document number.',
  'problem.idNumber.SHAPE':
    'The number has the wrong length or form. Please compare it with the document.',
  'problem.idNumber.FIFTEEN_DIGITS': 'Please type the new 18-character identity card number.',
  'problem.idNumber.CHECK_DIGIT':
    'The number is not right. Please compare every character with the document, above all the last one.',
  'problem.idNumber.BIRTH_DATE': 'The date of birth in the number does not exist. Please check it.',
  'problem.idNumber.BIRTH_DATE_FUTURE':
    'The date of birth in the number is in the future. Please check it.',
  'problem.idNumber.REGION':
    'The number begins with an unknown region. Please check the kind of document and the number.',
  'problem.idNumber.COUNTRY': 'Please choose the country or region that issued the passport.',
  'problem.changedMeanwhile':
    'This was changed after you looked at it. Please look again and give your verdict anew.',
  'problem.returnReason':
    'Please choose a reason for return that fits this part and that the candidate can correct.',
  'problem.returnNote': 'This reason needs a note. Please explain what is wrong.',
  'results.subjectUnknown': 'There is no such subject. Please reload the page and try again.',
  'results.subjectMissing': 'This subject has no result yet, or has two.',
  'results.scoreInvalid':
    'Please type a mark between 0 and the full mark; none for an absent or void subject.',
  'refusal.replaceInstead':
    'This paper is required. You can replace it, but the application cannot be without it.',
  'refusal.openApplication':
    'You already have an open application for this item. Please continue with that one.',
  'problem.planByStaff': 'The exam institution assigns the exam plan of this type.',
  'refusal.noInstitution':
    'No exam institution was found for this item. Contact the issuing authority.',
  'refusal.restoreOpen':
    'Not restored: the candidate has a newer application for the same item or certificate ({number}).',
  'refusal.restoreOpenDraft':
    'Not restored: the candidate has begun a new application for the same item or certificate.',
  'refusal.restore.PLAN_FULL': 'Not restored: no seat is left in exam plan {plan}.',
  'refusal.restore.PLAN_CLOSED': 'Not restored: exam plan {plan} no longer takes registrations.',
  'refusal.oneAuthority':
    'A batch goes to one issuing authority. Please forward the others separately.',
  'planReason.NOT_YET_OPEN': 'Registration has not opened yet.',
  'planReason.CLOSED': 'Registration has closed.',
  'planReason.FULL': 'No seats left.',
  'planReason.WRONG_ITEM': 'This exam plan does not offer your item.',
  'planReason.WRONG_TYPE': 'This exam plan does not take your type of registration.',
  'renewalStage.EARLY': 'It is too early to renew.',
  'renewalStage.EXAM_OPEN': 'You may already sit the renewal exam.',
  'renewalStage.PLANNING': 'The certificate expires before long. Please plan its renewal.',
  'renewalStage.WINDOW_OPEN': 'Renewal is open. Please apply soon.',
  'renewalStage.LATE':
    'The last safe day to apply has passed: the new certificate may not arrive in time. Please apply at once.',
  'renewalStage.EXPIRED':
    'The certificate has expired and may not be used. You may still renew it by exam.',
  'renewalStage.LAPSED':
    'The certificate expired too long ago to be renewed. The initial exam is needed again.',
};
