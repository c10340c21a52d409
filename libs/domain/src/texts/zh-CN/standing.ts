/** Words of the standing of certificates: 暂停, 恢复, 撤销, 注销. Source: domain.md §5. */
export const ZH_STANDING = {
  'certificateStatus.VALID': '有效',
  'certificateStatus.SUSPENDED': '已暂停',
  'certificateStatus.REVOKED': '已撤销',
  'certificateStatus.CANCELLED': '已注销',
  'certificateStatus.SUPERSEDED': '已被新证书替换',

  'standing.SUSPEND': '暂停证书',
  'standing.REINSTATE': '恢复证书',
  'standing.REVOKE': '撤销证书',
  'standing.CANCEL': '注销证书',

  'whyNot.standing.ROLE':
    '您的角色不能这样做：{action}由发证机关的审核或审批人员提请，由审批人员决定。',
  'whyNot.standing.OWN_CERTIFICATE': '不能处理自己的证书，请交给同事。',
  'whyNot.standing.PROPOSER': '{action}由您提请，须由另一名审批人员决定。',
  'whyNot.standing.NOT_PROPOSER': '只能撤回自己的提请。',
  'whyNot.standing.OPEN_PROPOSAL': '这本证书已有一项提请等待决定，不能再提请{action}。',
  'whyNot.standing.CLOSED': '{action}的提请已经办结，请刷新页面。',
  'whyNot.standing.STATUS': '证书现在的状态是“{status}”，不能{action}。',
  'problem.standingReason': '请写明理由，{min} 到 {max} 个字。',

  'notice.CERTIFICATE_SUSPENDED.title': '证书已暂停',
  'notice.CERTIFICATE_SUSPENDED.body':
    '发证机关已暂停您的证书 {number}，恢复之前核验结果为“已暂停”。理由请登录查看。',
  'notice.CERTIFICATE_SUSPENDED.sms':
    '【考谱】{name}，发证机关对证书 {number} 作出了决定，请登录查看。',
  'notice.CERTIFICATE_REINSTATED.title': '证书已恢复',
  'notice.CERTIFICATE_REINSTATED.body': '发证机关已恢复您的证书 {number}。理由请登录查看。',
  'notice.CERTIFICATE_REINSTATED.sms':
    '【考谱】{name}，发证机关对证书 {number} 作出了决定，请登录查看。',
  'notice.CERTIFICATE_REVOKED.title': '证书已撤销',
  'notice.CERTIFICATE_REVOKED.body':
    '发证机关已撤销您的证书 {number}，证书不再有效。理由请登录查看。',
  'notice.CERTIFICATE_REVOKED.sms':
    '【考谱】{name}，发证机关对证书 {number} 作出了决定，请登录查看。',
  'notice.CERTIFICATE_CANCELLED.title': '证书已注销',
  'notice.CERTIFICATE_CANCELLED.body':
    '发证机关已注销您的证书 {number}，证书不再有效。理由请登录查看。',
  'notice.CERTIFICATE_CANCELLED.sms':
    '【考谱】{name}，发证机关对证书 {number} 作出了决定，请登录查看。',
} as const;
