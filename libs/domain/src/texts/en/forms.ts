import type { ZH_FORMS } from '../zh-CN/forms.js';

export const EN_FORMS: Readonly<Record<keyof typeof ZH_FORMS, string>> = {
  'form.application-form.name': 'Application form',
  'form.heading':
    'Application for the Qualification of Special-Equipment Inspection and Testing Personnel',
  'form.number': 'Application number',
  'form.checksum': 'Checksum',
  'form.photo': 'Photo',
  'form.footer':
    'Content version {version}. After any change, print, sign and upload the form again.',
  'form.page': 'Page {page} of {pages}',
  'form.demo': 'DEMO',
  'form.exam': 'Exam',
  'form.item': 'Item',
  'form.plan': 'Exam plan',
  'form.examDays': 'Exam dates',
  'form.examPlaces': 'Exam places',
  'form.untilNow': 'to date',
  'form.declaration.title': 'Declaration',
  'form.declaration.text':
    'I have full legal capacity, am in good health and fit for the work applied for. What is stated above and the documents handed in are true, accurate and complete; I am answerable for anything false in them.',
  'form.signature': 'Signature of the applicant:',
  'form.date': 'Date: ____-____-____',
  'form.opinion.employer': 'Opinion of the employer',
  'form.opinion.institution': 'Opinion of the exam institution',
  'form.stamp': '(stamp)',
};
