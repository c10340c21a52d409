import type {
  FieldDeclaration,
  NoticeDeclaration,
  SectionDeclaration,
} from './application-type.js';

const PERSON = { source: 'PERSON', asked: 'ALWAYS', printed: true } as const;
const ANSWER = { source: 'ANSWER', asked: 'ALWAYS', printed: false } as const;

/** How the holder is reached, copied from the profile and frozen at submission (domain.md §12). */
const CONTACT_FIELDS: readonly FieldDeclaration[] = [
  { ...PERSON, id: 'phone', kind: 'text', required: true, maxLength: 11 },
  { ...PERSON, id: 'email', kind: 'text', required: false, maxLength: 254 },
  { ...PERSON, id: 'postalAddress', kind: 'text', required: true, maxLength: 200 },
  { ...PERSON, id: 'postcode', kind: 'text', required: false, maxLength: 6 },
];

const DELIVERY_FIELDS: readonly FieldDeclaration[] = [
  {
    ...ANSWER,
    id: 'deliveryMethod',
    kind: 'choice',
    required: true,
    dictionary: 'deliveryMethod',
  },
  { ...ANSWER, id: 'remark', kind: 'multiline', required: false, maxLength: 500 },
];

/** Fields every request about a certificate has beside its own. */
export const REQUEST_FIELDS: readonly FieldDeclaration[] = [...CONTACT_FIELDS, ...DELIVERY_FIELDS];

/** The sections of `REQUEST_FIELDS`, after the request's own. */
export const REQUEST_SECTIONS: readonly SectionDeclaration[] = [
  { id: 'contact', fields: CONTACT_FIELDS.map(({ id }) => id) },
  { id: 'delivery', fields: DELIVERY_FIELDS.map(({ id }) => id) },
];

const ALL_CHANNELS: NoticeDeclaration['channels'] = ['INBOX', 'SMS', 'MAIL'];
const QUIET: NoticeDeclaration['channels'] = ['INBOX'];

/** Requests are told at every step (domain.md §11); `approved` names what became of the old print. */
export function requestNotices(approved: string): readonly NoticeDeclaration[] {
  return [
    { action: 'SUBMIT', to: 'SUBMITTED', notice: 'REQUEST_SUBMITTED', channels: ALL_CHANNELS },
    { action: 'RESUBMIT', to: 'SUBMITTED', notice: 'RESUBMITTED', channels: QUIET },
    { action: 'RETURN', to: 'RETURNED', notice: 'RETURNED', channels: ALL_CHANNELS },
    {
      action: 'ACCEPT',
      to: 'READY_TO_FORWARD',
      notice: 'REQUEST_CONFIRMED',
      channels: ALL_CHANNELS,
    },
    { action: 'FORWARD', to: 'FORWARDED', notice: 'FORWARDED', channels: QUIET },
    { action: 'APPROVE', to: 'APPROVED', notice: approved, channels: ALL_CHANNELS },
    { action: 'REJECT', to: 'REJECTED', notice: 'REJECTED', channels: ALL_CHANNELS },
    { action: 'MARK_PRINTED', to: 'PRINTED', notice: 'PRINTED', channels: ALL_CHANNELS },
    { action: 'MARK_DELIVERED', to: 'DELIVERED', notice: 'DELIVERED', channels: ALL_CHANNELS },
    { action: 'WITHDRAW', to: 'WITHDRAWN', notice: 'WITHDRAWN', channels: QUIET },
    { action: 'EXPIRE', to: 'EXPIRED', notice: 'EXPIRED', channels: ALL_CHANNELS },
    { action: 'RESTORE', to: 'SUBMITTED', notice: 'RESTORED', channels: ALL_CHANNELS },
    { action: 'RESTORE', to: 'RETURNED', notice: 'RESTORED', channels: ALL_CHANNELS },
  ];
}
