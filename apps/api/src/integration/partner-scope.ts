/** What an API client may be allowed to do (security.md T7). */
export const PartnerScope = { VERIFY_CERTIFICATES: 'certificates:verify' } as const;
export type PartnerScope = (typeof PartnerScope)[keyof typeof PartnerScope];

const KNOWN: ReadonlySet<string> = new Set(Object.values(PartnerScope));

export const isPartnerScope = (text: string): text is PartnerScope => KNOWN.has(text);
