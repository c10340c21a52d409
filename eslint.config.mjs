import js from '@eslint/js';
import graphqlPlugin from '@graphql-eslint/eslint-plugin';
import angular from 'angular-eslint';
import tseslint from 'typescript-eslint';

const STRICT = {
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': [
    'error',
    { considerDefaultExhaustiveForUnions: true },
  ],
  '@typescript-eslint/consistent-type-imports': 'error',
  // Decorated Nest classes and Angular components may hold nothing but their decorator.
  '@typescript-eslint/no-extraneous-class': 'off',
  // Validators.required and the like are passed as values on purpose.
  '@typescript-eslint/unbound-method': 'off',
  // Numbers in sentences are wanted.
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  // Nest needs classes as values for its metadata; the type-import rule knows decorators.
  '@typescript-eslint/no-confusing-void-expression': 'off',
  // Object types of the schema are published by shape; unions, which need instances, build them.
  '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
  complexity: ['error', 12],
  'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
  'no-console': 'error',
  // `== null` asks for null and undefined at once, as GraphQL's optional inputs need.
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  // Input objects are classes only for their decorators; spreading them is spreading data.
  '@typescript-eslint/no-misused-spread': 'off',
};

export default tseslint.config(
  {
    ignores: [
      'node_modules/**',
      'dist/**',
      '.data*/**',
      '.nx/**',
      '.angular/**',
      'libs/graphql/src/generated.ts',
      'libs/graphql/src/trusted-documents.ts',
      'libs/graphql/src/possible-types.ts',
      'test-results/**',
      'playwright-report/**',
      'coverage/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.mts'],
    extends: [js.configs.recommended, ...tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: STRICT,
  },
  {
    files: ['apps/web/**/*.ts', 'libs/web-ui/**/*.ts'],
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
  },
  {
    files: ['apps/web/**/*.html', 'libs/web-ui/**/*.html'],
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
  },
  {
    // Tests list many cases in one file and speak about loosely typed answers.
    files: ['**/*.spec.ts', '**/*.int-spec.ts', '**/*.e2e.ts', 'apps/api/test/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 500, skipBlankLines: true, skipComments: true }],
      // expect.any() and answers of foreign shapes are untyped on purpose.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      complexity: 'off',
    },
  },
  {
    // Catalogues of texts and reference rows are data, not logic.
    files: ['libs/domain/src/texts/**/*.ts', 'apps/api/src/migrations/*.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    extends: [js.configs.recommended],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        fetch: 'readonly',
        Buffer: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        module: 'readonly',
        performance: 'readonly',
        AbortSignal: 'readonly',
        AbortController: 'readonly',
        TextDecoder: 'readonly',
      },
    },
  },
  {
    // Served as it stands to browsers of ten years ago, WeChat's among them.
    files: ['apps/web/public/m/*.js'],
    extends: [js.configs.recommended],
    languageOptions: {
      ecmaVersion: 5,
      sourceType: 'script',
      globals: {
        window: 'readonly',
        document: 'readonly',
        location: 'readonly',
        history: 'readonly',
        atob: 'readonly',
        Blob: 'readonly',
        CSS: 'readonly',
        FormData: 'readonly',
        Image: 'readonly',
        URL: 'readonly',
        Uint8Array: 'readonly',
        XMLHttpRequest: 'readonly',
      },
    },
    // Its `catch` has to name what it catches.
    rules: { 'no-unused-vars': ['error', { caughtErrors: 'none' }] },
  },
  {
    files: ['libs/graphql/operations/*.graphql'],
    languageOptions: {
      parser: graphqlPlugin.parser,
      parserOptions: {
        graphQLConfig: {
          schema: 'libs/graphql/schema.graphql',
          documents: 'libs/graphql/operations/*.graphql',
        },
      },
    },
    plugins: { '@graphql-eslint': graphqlPlugin },
    rules: {
      '@graphql-eslint/fields-on-correct-type': 'error',
      '@graphql-eslint/known-type-names': 'error',
      '@graphql-eslint/no-anonymous-operations': 'error',
      '@graphql-eslint/no-deprecated': 'error',
      '@graphql-eslint/no-unused-variables': 'error',
      '@graphql-eslint/unique-operation-name': 'error',
    },
  },
);
