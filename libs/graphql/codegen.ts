import type { CodegenConfig } from '@graphql-codegen/cli';

/** One generated file for the web app, the API's integration tests and the tour. */
const config: CodegenConfig = {
  schema: 'libs/graphql/schema.graphql',
  documents: 'libs/graphql/operations/*.graphql',
  generates: {
    'libs/graphql/src/possible-types.ts': { plugins: ['fragment-matcher'] },
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
      },
    },
  },
};

export default config;
