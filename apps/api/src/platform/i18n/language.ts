/** The caller's language by `Accept-Language`; Chinese unless English is clearly asked for. */
export function languageOf(acceptLanguage: string | undefined): 'zh-CN' | 'en' {
  const first = acceptLanguage?.split(',')[0]?.trim().toLowerCase() ?? '';
  return first.startsWith('en') ? 'en' : 'zh-CN';
}
