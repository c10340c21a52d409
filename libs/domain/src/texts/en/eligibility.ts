import type { ZH_ELIGIBILITY } from '../zh-CN/eligibility.js';

export const EN_ELIGIBILITY: Readonly<Record<keyof typeof ZH_ELIGIBILITY, string>> = {
  'eligibility.AGE.name': 'Age',
  'eligibility.AGE.yes': 'Age {age} meets the rule ({min} or over, under {below}).',
  'eligibility.AGE.tooYoung': 'Age {age}; the lowest age is {min}.',
  'eligibility.AGE.tooYoung.remedy': 'Please apply once you have reached the age.',
  'eligibility.AGE.tooOld': 'Age {age}; applicants must be under {below}.',
  'eligibility.AGE.tooOld.remedy':
    'You are over the age limit and cannot apply. If your identity data is wrong, contact the exam institution.',

  'eligibility.EDUCATION.name': 'Education',
  'eligibility.EDUCATION.notAsked': 'This item asks for no particular education.',
  'eligibility.EDUCATION.yes': 'Your education ({held}) meets the rule ({minimum} or above).',
  'eligibility.EDUCATION.no': 'Your education is {held}; {minimum} or above is required.',
  'eligibility.EDUCATION.no.remedy':
    'If you have a higher education by now, update your profile first and come back.',

  'eligibility.WORK_YEARS.name': 'Years of work',
  'eligibility.WORK_YEARS.notAsked': 'This level asks for no years of work.',
  'eligibility.WORK_YEARS.yes': 'Years of related work: {years}; required: {required}. Met.',
  'eligibility.WORK_YEARS.no': 'Years of related work: {years}; required: {required}.',
  'eligibility.WORK_YEARS.no.remedy':
    'Check the years you typed, or apply once you have enough of them.',
  'eligibility.WORK_YEARS.unknown': 'Required years of related work: {required}. Staff will check.',

  'eligibility.LOWER_LEVEL.name': 'Lower-level certificate',
  'eligibility.LOWER_LEVEL.notAsked': 'This level asks for no lower-level certificate.',
  'eligibility.LOWER_LEVEL.direct':
    'Your education and major allow you to apply directly, without the lower-level certificate.',
  'eligibility.LOWER_LEVEL.held': 'You hold a valid lower-level certificate ({number}).',
  'eligibility.LOWER_LEVEL.typed':
    'Staff will check the lower-level certificate you stated ({number}).',
  'eligibility.LOWER_LEVEL.unknown':
    'A lower-level certificate is required. We have none on record; staff will check.',
  'eligibility.LOWER_LEVEL.unknown.remedy':
    'State its number and dates in the application and upload a scan.',
  'eligibility.LOWER_LEVEL.expired': 'The lower-level certificate expired on {date}.',
  'eligibility.LOWER_LEVEL.expired.remedy':
    'Renew it first. If it is renewed already, state the new date and upload it.',
  'eligibility.LOWER_LEVEL.tooShort':
    'The lower-level certificate has not been held long enough. You may apply from {date}.',
  'eligibility.LOWER_LEVEL.tooShort.remedy':
    'Check the first issue date, or apply from that day on.',

  'eligibility.BASE_METHOD.name': 'Basic method certificate',
  'eligibility.BASE_METHOD.notAsked': 'This level asks for no basic method certificate.',
  'eligibility.BASE_METHOD.yes': 'You hold or are applying for one of {methods}.',
  'eligibility.BASE_METHOD.unknown':
    'At least one certificate among {methods} is required; staff will check.',
  'eligibility.BASE_METHOD.unknown.remedy':
    'Have that certificate at hand; it may be asked for in the review.',

  'eligibility.VISION.name': 'Vision',
  'eligibility.VISION.yes': 'Near vision and colour vision meet the rule.',
  'eligibility.VISION.tooOld': 'The vision certificate is older than {months} months.',
  'eligibility.VISION.tooOld.remedy':
    'Have your eyes examined again, state the new date and upload the new certificate.',
  'eligibility.VISION.tooLow': 'Near vision is below {minimum} (corrected).',
  'eligibility.VISION.tooLow.remedy':
    'Have it measured again with suitable glasses and state the corrected value.',
  'eligibility.VISION.colour': 'Staff will check colour vision against the method.',
  'eligibility.VISION.unknown':
    'Corrected near vision of at least {minimum} is required, on a certificate not older than {months} months. Staff will check.',
  'eligibility.VISION.unknown.remedy':
    'Have a certificate of near and colour vision from a medical institution ready.',

  'eligibility.NOT_ALREADY_HELD.name': 'Item not held yet',
  'eligibility.NOT_ALREADY_HELD.yes': 'You hold no valid certificate for this item.',
  'eligibility.NOT_ALREADY_HELD.no': 'You already hold this item, valid until {date}.',
  'eligibility.NOT_ALREADY_HELD.no.remedy': 'Renew it within the renewal window instead.',

  'eligibility.NO_BAN.name': 'No exam ban',
  'eligibility.NO_BAN.yes': 'There is no ban on record.',
  'eligibility.NO_BAN.no':
    'Because exam rules were broken, you cannot apply up to and including {date}.',
  'eligibility.NO_BAN.no.remedy':
    'Apply after the ban has ended. Contact the exam institution if you object.',

  'eligibility.NO_OPEN_APPLICATION.name': 'No duplicate application',
  'eligibility.NO_OPEN_APPLICATION.yes': 'You have no other open application for this item.',
  'eligibility.NO_OPEN_APPLICATION.no': 'You have an open application for this item ({number}).',
  'eligibility.NO_OPEN_APPLICATION.no.remedy':
    'Continue with that one, or delete or withdraw it first.',

  'eligibility.HOME_PROVINCE.name': 'Exam region',
  'eligibility.HOME_PROVINCE.yes': 'The exam region meets the rule.',
  'eligibility.HOME_PROVINCE.other':
    'The exam is outside your employer’s province. Staff will check the reason.',
};
