import type { CodegenConfig } from '@graphql-codegen/cli';
import type { DocumentNode } from 'graphql';
import { trustedDocument } from './trusted-documents.mjs';

/**
 * One generated file for the web app, the API's integration tests and the tour, and the documents the
 * server trusts; each document carries the hash it is trusted by.
 */
const config: CodegenConfig = {
  schema: 'libs/graphql/schema.graphql',
  documents: 'libs/graphql/operations/*.graphql',
  generates: {
    'libs/graphql/src/possible-types.ts': { plugins: ['fragment-matcher'] },
    'libs/graphql/src/trusted-documents.ts': { plugins: ['libs/graphql/trusted-documents.mjs'] },
    'libs/graphql/src/generated.ts': {
      plugins: ['typescript-operations', 'typed-document-node'],
      config: {
        scalars: {
          ID: 'string',
          DateTime: 'string',
          LocalDate: 'string',
          JSON: 'unknown',
          Upload: 'File',
        },
        strictScalars: true,
        immutableTypes: true,
        useTypeImports: true,
        unstable_onExecutableDocumentNode: (document: DocumentNode) => ({
          hash: trustedDocument(document).hash,
        }),
      },
    },
  },
};

export default config;
