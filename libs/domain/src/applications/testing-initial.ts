import { EXAM_PATH } from '../workflow/exam-path.js';
import type { FieldDeclaration, NoticeDeclaration } from './application-type.js';
import { defineApplicationType } from './define-application-type.js';

const PERSON = { source: 'PERSON', asked: 'ALWAYS', printed: true } as const;
const ANSWER = { source: 'ANSWER', asked: 'ALWAYS', printed: true } as const;
const LOWER = { source: 'ANSWER', asked: 'LOWER_CERTIFICATE_NEEDED', printed: true } as const;

/** Copied from the profile and frozen at submission (domain.md §13, §23). */
const PERSON_FIELDS: readonly FieldDeclaration[] = [
  { ...PERSON, id: 'name', kind: 'text', required: true, maxLength: 50 },
  { ...PERSON, id: 'sex', kind: 'choice', required: true, dictionary: 'sex' },
  { ...PERSON, id: 'birthDate', kind: 'date', required: true },
  { ...PERSON, id: 'idType', kind: 'choice', required: true, dictionary: 'idType' },
  { ...PERSON, id: 'idNumber', kind: 'text', required: true, maxLength: 30 },
  { ...PERSON, id: 'education', kind: 'choice', required: true, dictionary: 'education' },
  { ...PERSON, id: 'degree', kind: 'choice', required: false, dictionary: 'degree' },
  { ...PERSON, id: 'school', kind: 'text', required: false, maxLength: 100 },
  { ...PERSON, id: 'graduationDate', kind: 'date', required: true },
  { ...PERSON, id: 'majorType', kind: 'choice', required: true, dictionary: 'majorType' },
  { ...PERSON, id: 'major', kind: 'text', required: true, maxLength: 100 },
  { ...PERSON, id: 'title', kind: 'choice', required: false, dictionary: 'title' },
  { ...PERSON, id: 'employer', kind: 'text', required: true, maxLength: 100 },
  {
    ...PERSON,
    id: 'employerType',
    kind: 'choice',
    required: false,
    printed: false,
    dictionary: 'employerType',
  },
  { ...PERSON, id: 'employerAddress', kind: 'text', required: false, maxLength: 200 },
  { ...PERSON, id: 'postcode', kind: 'text', required: false, maxLength: 6 },
  { ...PERSON, id: 'phone', kind: 'text', required: true, maxLength: 11 },
  { ...PERSON, id: 'email', kind: 'text', required: false, maxLength: 254 },
  { ...PERSON, id: 'postalAddress', kind: 'text', required: true, maxLength: 200 },
  { ...PERSON, id: 'heldItems', kind: 'heldItems', required: false },
];

/** Typed in the application itself. */
const ANSWER_FIELDS: readonly FieldDeclaration[] = [
  {
    ...ANSWER,
    id: 'testingNature',
    kind: 'choice',
    required: true,
    dictionary: 'testingNature',
  },
  { ...ANSWER, id: 'workRecords', kind: 'workRecords', required: true },
  { ...ANSWER, id: 'workYears', kind: 'integer', required: true, range: [0, 60] },
  { ...ANSWER, id: 'nearVisionLeft', kind: 'choice', required: true, dictionary: 'nearVision' },
  { ...ANSWER, id: 'nearVisionRight', kind: 'choice', required: true, dictionary: 'nearVision' },
  { ...ANSWER, id: 'colourVision', kind: 'choice', required: true, dictionary: 'colourVision' },
  { ...ANSWER, id: 'visionExamDate', kind: 'date', required: true, printed: false },
  { ...LOWER, id: 'lowerCertificateNo', kind: 'text', required: true, maxLength: 50 },
  { ...LOWER, id: 'lowerCertificateFirstIssueDate', kind: 'date', required: true },
  { ...LOWER, id: 'lowerCertificateValidTo', kind: 'date', required: true },
  {
    ...ANSWER,
    id: 'deliveryMethod',
    kind: 'choice',
    required: true,
    printed: false,
    dictionary: 'deliveryMethod',
  },
  { ...ANSWER, id: 'remark', kind: 'multiline', required: false, printed: false, maxLength: 500 },
];

const ALL_CHANNELS: NoticeDeclaration['channels'] = ['INBOX', 'SMS', 'MAIL'];
const QUIET: NoticeDeclaration['channels'] = ['INBOX'];

const NOTICES: readonly NoticeDeclaration[] = [
  { action: 'SUBMIT', to: 'SUBMITTED', notice: 'SUBMITTED', channels: ALL_CHANNELS },
  { action: 'RESUBMIT', to: 'SUBMITTED', notice: 'RESUBMITTED', channels: QUIET },
  { action: 'RETURN', to: 'RETURNED', notice: 'RETURNED', channels: ALL_CHANNELS },
  { action: 'ACCEPT', to: 'QUALIFIED', notice: 'QUALIFIED', channels: ALL_CHANNELS },
  { action: 'SCHEDULE', to: 'SCHEDULED', notice: 'SCHEDULED', channels: ALL_CHANNELS },
  { action: 'PUBLISH_RESULTS', to: 'PASSED', notice: 'PASSED', channels: ALL_CHANNELS },
  { action: 'PUBLISH_RESULTS', to: 'FAILED', notice: 'FAILED', channels: ALL_CHANNELS },
  { action: 'PUBLISH_RESULTS', to: 'ABSENT', notice: 'ABSENT', channels: ALL_CHANNELS },
  { action: 'PUBLISH_RESULTS', to: 'VOID', notice: 'VOID', channels: ALL_CHANNELS },
  { action: 'FORWARD', to: 'FORWARDED', notice: 'FORWARDED', channels: QUIET },
  { action: 'APPROVE', to: 'APPROVED', notice: 'APPROVED', channels: ALL_CHANNELS },
  { action: 'REJECT', to: 'REJECTED', notice: 'REJECTED', channels: ALL_CHANNELS },
  { action: 'MARK_PRINTED', to: 'PRINTED', notice: 'PRINTED', channels: ALL_CHANNELS },
  { action: 'MARK_DELIVERED', to: 'DELIVERED', notice: 'DELIVERED', channels: ALL_CHANNELS },
  { action: 'WITHDRAW', to: 'WITHDRAWN', notice: 'WITHDRAWN', channels: QUIET },
  { action: 'EXPIRE', to: 'EXPIRED', notice: 'EXPIRED', channels: ALL_CHANNELS },
];

const UPLOAD = { need: 'REQUIRED', asked: 'ALWAYS', phase: 'BEFORE_SUBMIT' } as const;

/** 检测人员 取证考试: first certificate of testing personnel by exam (manual ch. 6, domain.md §7). */
export const TESTING_INITIAL = defineApplicationType({
  code: 'testing-initial',
  version: 1,
  track: 'TESTING',
  registrationType: 'INITIAL',
  path: 'EXAM',
  planChoice: 'BY_CANDIDATE',
  fields: [...PERSON_FIELDS, ...ANSWER_FIELDS],
  sections: [
    { id: 'person', fields: ['name', 'sex', 'birthDate', 'idType', 'idNumber'] },
    {
      id: 'education',
      fields: ['education', 'degree', 'school', 'graduationDate', 'majorType', 'major', 'title'],
    },
    {
      id: 'employer',
      fields: [
        'employer',
        'employerType',
        'employerAddress',
        'postcode',
        'phone',
        'email',
        'postalAddress',
      ],
    },
    { id: 'heldItems', fields: ['heldItems'] },
    { id: 'testing', fields: ['testingNature'] },
    { id: 'work', fields: ['workYears', 'workRecords'] },
    {
      id: 'vision',
      fields: ['nearVisionLeft', 'nearVisionRight', 'colourVision', 'visionExamDate'],
    },
    {
      id: 'lowerCertificate',
      fields: ['lowerCertificateNo', 'lowerCertificateFirstIssueDate', 'lowerCertificateValidTo'],
    },
    { id: 'delivery', fields: ['deliveryMethod', 'remark'] },
  ],
  slots: [
    { ...UPLOAD, code: 'ID_COPY' },
    { ...UPLOAD, code: 'PHOTO' },
    { ...UPLOAD, code: 'DIPLOMA' },
    { ...UPLOAD, code: 'EDU_REPORT', need: 'OPTIONAL' },
    { ...UPLOAD, code: 'WORK_PROOF' },
    { ...UPLOAD, code: 'VISION' },
    { ...UPLOAD, code: 'LOWER_CERT', asked: 'LOWER_CERTIFICATE_NEEDED' },
    { ...UPLOAD, code: 'FORM_SIGNED', phase: 'AFTER_SUBMIT' },
  ],
  eligibility: [
    'AGE',
    'EDUCATION',
    'WORK_YEARS',
    'LOWER_LEVEL',
    'BASE_METHOD',
    'VISION',
    'NOT_ALREADY_HELD',
    'NO_BAN',
    'NO_OPEN_APPLICATION',
    'HOME_PROVINCE',
  ],
  workflow: EXAM_PATH,
  forms: ['application-form'],
  notices: NOTICES,
});
