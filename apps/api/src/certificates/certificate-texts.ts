import type { RequestInfo } from '../platform/access/actor.js';

type Language = RequestInfo['language'];

/** Sentences and captions of this domain, by stable key. */
export const CERTIFICATE_TEXTS = {
  'issue.ageCap': {
    'zh-CN': '持证人已到年龄上限，证书没有有效期，不能批准。请选择不予许可并写明理由。',
    en: 'The holder has reached the age limit, so the certificate would have no validity. Reject it and give the reason.',
  },
  'issue.suspended': {
    'zh-CN': '持证人这个项目的证书已暂停，恢复之前不能批准。请退回并写明理由，或者等待恢复。',
    en: 'The holder’s certificate for this item is suspended; nothing can be issued for it until it is reinstated. Return it with the reason, or wait.',
  },
  'issue.notInForce': {
    'zh-CN':
      '原证书已不再有效（已到期、被替换、暂停或撤销），不能补发或变更。请退回或不予许可并写明理由。',
    en: 'The certificate is no longer in force (expired, replaced, suspended or revoked), so it cannot be reissued or changed. Return or reject it and give the reason.',
  },
  'certificate.notInForce': {
    'zh-CN': '证书已不再有效，不能继续制证或发放。',
    en: 'The certificate is no longer in force, so it cannot be printed or handed over.',
  },
  'verify.notFound': {
    'zh-CN': '没有查到编号与姓名相符的证书。请对照证书逐字核对后再查。',
    en: 'No certificate with this number and name was found. Compare both with the paper and try again.',
  },
  'paper.heading': { 'zh-CN': '特种设备检验检测人员证', en: 'Personnel Certificate' },
  'paper.subheading': {
    'zh-CN': 'Special Equipment Inspection and Testing Personnel Certificate',
    en: 'Special Equipment Inspection and Testing',
  },
  'paper.number': { 'zh-CN': '证书编号', en: 'Certificate no.' },
  'paper.name': { 'zh-CN': '姓名', en: 'Name' },
  'paper.sex': { 'zh-CN': '性别', en: 'Sex' },
  'paper.idNumber': { 'zh-CN': '证件号码', en: 'ID number' },
  'paper.employer': { 'zh-CN': '聘用单位', en: 'Employer' },
  'paper.items': { 'zh-CN': '批准项目', en: 'Items approved' },
  'paper.item': { 'zh-CN': '项目', en: 'Item' },
  'paper.code': { 'zh-CN': '代号', en: 'Code' },
  'paper.firstIssue': { 'zh-CN': '初次取证', en: 'First issued' },
  'paper.approved': { 'zh-CN': '批准日期', en: 'Approved' },
  'paper.validFrom': { 'zh-CN': '有效期起', en: 'Valid from' },
  'paper.validTo': { 'zh-CN': '有效期至', en: 'Valid to' },
  'paper.restriction': { 'zh-CN': '限制范围', en: 'Restriction' },
  'paper.authority': { 'zh-CN': '发证机关', en: 'Issuing authority' },
  'paper.issuedOn': { 'zh-CN': '发证日期', en: 'Issued on' },
  'paper.institution': { 'zh-CN': '考试机构', en: 'Exam institution' },
  'paper.stamp': { 'zh-CN': '（发证机关盖章）', en: '(stamp of the issuing authority)' },
  'paper.verify': { 'zh-CN': '扫码或访问以下网址核验', en: 'Scan or visit to verify' },
  'paper.photo': { 'zh-CN': '照片', en: 'Photo' },
  'paper.note': {
    'zh-CN': '有效期至当日 24:00（北京时间）。证书状态以核验页面为准。',
    en: 'Valid until 24:00 China Standard Time of the last day. The verification page states the current status.',
  },
  'paper.footer': {
    'zh-CN': '本证书由系统生成，与电子证书具有相同内容。',
    en: 'Made by the system; the electronic certificate has the same content.',
  },
  'paper.page': { 'zh-CN': '第 {page} 页　共 {pages} 页', en: 'Page {page} of {pages}' },
  'paper.demo': { 'zh-CN': '演示', en: 'DEMO' },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type CertificateTextKey = keyof typeof CERTIFICATE_TEXTS;

/** The words of `key` in the reader's language. */
export const certificateText = (language: Language, key: CertificateTextKey): string =>
  CERTIFICATE_TEXTS[key][language];
