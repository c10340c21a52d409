import type { RequestInfo } from '../platform/access/actor.js';

type Language = RequestInfo['language'];

/** Sentences of this domain, by stable key. */
const INTEGRATION_TEXTS = {
  'apiClient.name': {
    'zh-CN': '请填写使用方的名称。',
    en: 'Enter the name of the system.',
  },
  'apiClient.scopes': {
    'zh-CN': '请选择至少一项权限；可选：certificates:verify。',
    en: 'Choose at least one scope; possible: certificates:verify.',
  },
  'apiClient.secretShown': {
    'zh-CN': '客户端已经建立，密钥只显示一次，不能再看。没有记下密钥的，请停用后重新建立。',
    en: 'The client exists already and its secret is shown only once. If you did not keep it, revoke the client and create another.',
  },
  'partner.TOKEN_MISSING': {
    'zh-CN': '没有令牌，或令牌无效。请先向 /oauth/token 申请。',
    en: 'There is no token, or it is not ours. Ask /oauth/token for one.',
  },
  'partner.TOKEN_EXPIRED': {
    'zh-CN': '令牌已过期，请重新申请。',
    en: 'The token has expired. Ask for another.',
  },
  'partner.CLIENT_EXPIRED': {
    'zh-CN': '客户端已过有效期，请联系管理员。',
    en: 'The client has expired. Ask the administrator for a new one.',
  },
  'partner.CLIENT_REVOKED': {
    'zh-CN': '客户端已停用，请联系管理员。',
    en: 'The client was revoked. Ask the administrator.',
  },
  'partner.SCOPE_MISSING': {
    'zh-CN': '令牌没有这项查询需要的权限。',
    en: 'The token lacks the scope this query needs.',
  },
  'partner.ITEM_UNREADABLE': {
    'zh-CN': '看不懂项目代号，请写成 RT-II 或 DT-S 这样的形式。',
    en: 'The item code cannot be read. Write it like RT-II or DT-S.',
  },
  'partner.INTERVAL_ORDER': {
    'zh-CN': '结束日期不能早于开始日期。',
    en: 'The last day must not lie before the first.',
  },
  'partner.TOO_MANY_QUESTIONS': {
    'zh-CN': '一次最多核验 100 张证书，请分批查询。',
    en: 'At most 100 certificates at once. Ask in several requests.',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type IntegrationTextKey = keyof typeof INTEGRATION_TEXTS;

/** The sentence of `key` in the reader's language. */
export const integrationText = (language: Language, key: IntegrationTextKey): string =>
  INTEGRATION_TEXTS[key][language];
