import type { DocumentNode } from 'graphql';

/**
 * The hash by which the server knows a generated document (docs/adr/0015); undefined for one that was
 * written by hand. It survives what the client's cache adds to the document.
 */
export function documentHash(document: DocumentNode): string | undefined {
  const meta: unknown = '__meta__' in document ? document.__meta__ : undefined;
  if (typeof meta !== 'object' || meta === null || !('hash' in meta)) return undefined;
  return typeof meta.hash === 'string' ? meta.hash : undefined;
}

/** What a request carries in place of the document's text, in the form persisted queries are asked. */
export const persistedQuery = (
  sha256Hash: string,
): { readonly version: 1; readonly sha256Hash: string } => ({ version: 1, sha256Hash });
