/** The privacy notice in force; whoever registers agrees to exactly this text (PIPL Art. 17). */
export const PRIVACY_NOTICE_VERSION = '2026-11-01';
