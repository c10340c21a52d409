/**
 * Notices on other ways than the inbox. A phone or a mailbox may be read by others, so a text message
 * names the masked person `{name}` and the application number `{number}`, and neither item, result
 * nor reason; none holds a link that opens anything.
 */
export const ZH_MESSAGES = {
  'notice.SUBMITTED.sms':
    '【考谱】{name}，申请 {number} 已提交。请登录打印申请表，签字盖章后上传。',
  'notice.REQUEST_SUBMITTED.sms': '【考谱】{name}，申请 {number} 已提交，请等待考试机构确认。',
  'notice.REQUEST_CONFIRMED.sms':
    '【考谱】{name}，申请 {number} 已由考试机构确认，将上报发证机关。',
  'notice.RETURNED.sms':
    '【考谱】{name}，申请 {number} 需要补正。请尽快登录，按标出的说明修改后重新提交。',
  'notice.EXPIRED.sms': '【考谱】{name}，申请 {number} 逾期没有补正，已失效。详情请登录查看。',
  'notice.RESTORED.sms': '【考谱】{name}，您删除的申请 {number} 已由考试机构恢复，请登录查看。',
  'notice.PLAN_ASSIGNED.sms':
    '【考谱】{name}，申请 {number} 已安排考试计划，请登录查看时间和地点。',
  'notice.ACCEPTED.sms': '【考谱】{name}，申请 {number} 已通过审核，将上报发证机关。',
  'notice.QUALIFIED.sms': '【考谱】{name}，申请 {number} 已通过资格审核，考场安排好后会再通知您。',
  'notice.SCHEDULED.sms':
    '【考谱】{name}，申请 {number} 已安排考场。请登录查看时间、地点和准考证。',
  'notice.PASSED.sms': '【考谱】{name}，申请 {number} 的成绩已发布，请登录查看。',
  'notice.FAILED.sms': '【考谱】{name}，申请 {number} 的成绩已发布，请登录查看。',
  'notice.ABSENT.sms': '【考谱】{name}，申请 {number} 的成绩已发布，请登录查看。',
  'notice.VOID.sms': '【考谱】{name}，申请 {number} 的成绩已发布，请登录查看。',
  'notice.APPROVED.sms': '【考谱】{name}，申请 {number} 已获批准，证书制好后会再通知您。',
  'notice.REISSUE_APPROVED.sms':
    '【考谱】{name}，申请 {number} 已获批准，原证作废。详情请登录查看。',
  'notice.CHANGE_APPROVED.sms':
    '【考谱】{name}，申请 {number} 已获批准，原证作废。详情请登录查看。',
  'notice.REJECTED.sms': '【考谱】{name}，申请 {number} 已有审批决定，请登录查看。',
  'notice.PRINTED.sms': '【考谱】{name}，申请 {number} 的证书已制作，请留意领取或邮寄通知。',
  'notice.DELIVERED.sms': '【考谱】{name}，申请 {number} 的证书已发放，请核对内容。',

  'mail.greeting': '{name}，您好：',
  'mail.ending':
    '请自行打开 {address} 登录查看，办理进度都在“消息”里。\n本邮件由系统自动发出，请勿回复。哪些通知发邮件或短信，可以在“基本信息 → 通知方式”里选择。',
} as const;
