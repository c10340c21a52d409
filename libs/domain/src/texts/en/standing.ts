import type { ZH_STANDING } from '../zh-CN/standing.js';

export const EN_STANDING: Readonly<Record<keyof typeof ZH_STANDING, string>> = {
  'certificateStatus.VALID': 'valid',
  'certificateStatus.SUSPENDED': 'suspended',
  'certificateStatus.REVOKED': 'revoked',
  'certificateStatus.CANCELLED': 'cancelled',
  'certificateStatus.SUPERSEDED': 'replaced by a newer certificate',

  'standing.SUSPEND': 'suspend the certificate',
  'standing.REINSTATE': 'reinstate the certificate',
  'standing.REVOKE': 'revoke the certificate',
  'standing.CANCEL': 'cancel the certificate',

  'whyNot.standing.ROLE':
    'Your role may not do this: reviewers and approvers of the issuing authority propose to {action}, approvers decide.',
  'whyNot.standing.OWN_CERTIFICATE':
    'Nobody acts on their own certificate; leave it to a colleague.',
  'whyNot.standing.PROPOSER': 'You proposed to {action}; another approver has to decide.',
  'whyNot.standing.NOT_PROPOSER': 'Only one’s own proposal can be withdrawn.',
  'whyNot.standing.OPEN_PROPOSAL':
    'A proposal for this certificate waits for a decision; you cannot propose to {action} as well.',
  'whyNot.standing.CLOSED': 'The proposal to {action} is closed; reload the page.',
  'whyNot.standing.STATUS': 'The certificate is now {status}; you cannot {action}.',
  'problem.standingReason': 'Give the reason in {min} to {max} characters.',

  'notice.CERTIFICATE_SUSPENDED.title': 'Certificate suspended',
  'notice.CERTIFICATE_SUSPENDED.body':
    'The issuing authority suspended your certificate {number}; until it is reinstated, a verification says “suspended”. Log in to see the reason.',
  'notice.CERTIFICATE_SUSPENDED.sms':
    '[Kaopu] {name}, the issuing authority decided about certificate {number}. Please log in.',
  'notice.CERTIFICATE_REINSTATED.title': 'Certificate reinstated',
  'notice.CERTIFICATE_REINSTATED.body':
    'The issuing authority reinstated your certificate {number}. Log in to see the reason.',
  'notice.CERTIFICATE_REINSTATED.sms':
    '[Kaopu] {name}, the issuing authority decided about certificate {number}. Please log in.',
  'notice.CERTIFICATE_REVOKED.title': 'Certificate revoked',
  'notice.CERTIFICATE_REVOKED.body':
    'The issuing authority revoked your certificate {number}; it is no longer valid. Log in to see the reason.',
  'notice.CERTIFICATE_REVOKED.sms':
    '[Kaopu] {name}, the issuing authority decided about certificate {number}. Please log in.',
  'notice.CERTIFICATE_CANCELLED.title': 'Certificate cancelled',
  'notice.CERTIFICATE_CANCELLED.body':
    'The issuing authority cancelled your certificate {number}; it is no longer valid. Log in to see the reason.',
  'notice.CERTIFICATE_CANCELLED.sms':
    '[Kaopu] {name}, the issuing authority decided about certificate {number}. Please log in.',
};
