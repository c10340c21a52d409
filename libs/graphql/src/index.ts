export { documentHash, persistedQuery } from './document-hash.js';
export * from './generated.js';
export { default as possibleTypes } from './possible-types.js';
export { TRUSTED_DOCUMENTS } from './trusted-documents.js';
