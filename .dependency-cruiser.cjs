// Who may import whom (docs/architecture.md). tools/boundaries.spec.mjs proves that a forbidden import fails.
const API = '^apps/api/src/';
const ORDER = [
  ['platform'],
  ['catalogue', 'majors', 'audit'],
  ['auth'],
  ['attachments'],
  ['profile'],
  ['certificates'],
  ['exams'],
  ['registrations'],
  ['integration', 'insights', 'site'],
];
/** Handed plain data; they import no domain. */
const LEAVES = ['documents', 'notifications'];

const group = (names) => `(${names.join('|')})`;

const upward = ORDER.slice(0, -1).map((room, index) => ({
  name: `api-${room[0]}-looks-down-only`,
  comment: `${room.join(', ')} may not import a room above it.`,
  severity: 'error',
  from: { path: `${API}${group(room)}/` },
  to: { path: `${API}${group(ORDER.slice(index + 1).flat())}/` },
}));

const domains = ORDER.flat().filter((name) => name !== 'platform');

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    ...upward,
    {
      name: 'api-leaves-know-no-domain',
      severity: 'error',
      from: { path: `${API}${group(LEAVES)}/` },
      to: { path: `${API}${group(domains)}/` },
    },
    {
      name: 'api-platform-knows-no-leaf',
      severity: 'error',
      from: { path: `${API}platform/` },
      to: { path: `${API}${group(LEAVES)}/` },
    },
    {
      name: 'api-other-domains-only-by-entity-service-or-type',
      comment:
        'A domain imports another domain’s entity or exported service, never its resolver, inputs or queries.',
      severity: 'error',
      from: { path: `${API}([^/]+)/` },
      to: {
        path: `${API}(?!$1/)[^/]+/.*\\.(resolver|inputs|queries)\\.ts$`,
        // The human check is part of other domains' inputs.
        pathNot: `${API}(platform|resolvers|auth/human-check/human-check\\.inputs)`,
      },
    },
    {
      name: 'migrations-are-listed-only-once',
      severity: 'error',
      from: { path: API, pathNot: `${API}(migrations/|platform/database/migration-list)` },
      to: { path: `${API}migrations/` },
    },
    {
      name: 'domain-lib-imports-nothing',
      severity: 'error',
      from: { path: '^libs/domain/src/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^libs/domain/src/' },
    },
    {
      name: 'graphql-lib-imports-no-app',
      severity: 'error',
      from: { path: '^libs/graphql/' },
      to: { path: '^(apps|libs/(domain|web-ui))/' },
    },
    {
      name: 'web-ui-is-presentational',
      severity: 'error',
      from: { path: '^libs/web-ui/' },
      to: {
        path: '^(apps/|libs/graphql/|node_modules/(apollo-angular|@apollo/client|@angular/router)/)',
      },
    },
    {
      name: 'web-never-imports-server',
      severity: 'error',
      from: { path: '^(apps/web|libs/web-ui)/' },
      to: { path: '^(apps/api/|node_modules/(@nestjs|typeorm|mysql2)/)' },
    },
    {
      name: 'api-never-imports-web',
      severity: 'error',
      from: { path: '^apps/api/' },
      to: { path: '^(apps/web|libs/web-ui)/|^node_modules/(@angular|apollo-angular)/' },
    },
    {
      name: 'web-areas-keep-apart',
      severity: 'error',
      comment: 'register is shown in two areas and belongs to neither.',
      from: { path: '^apps/web/src/app/(public|candidate|staff|authority|register)/' },
      to: {
        path: '^apps/web/src/app/(public|candidate|staff|authority)/',
        pathNot: '^apps/web/src/app/$1/',
      },
    },
    {
      name: 'web-core-knows-no-page',
      severity: 'error',
      from: { path: '^apps/web/src/app/(core|ui)/' },
      to: { path: '^apps/web/src/app/(public|candidate|staff|authority|register)/' },
    },
    {
      name: 'web-ui-folder-knows-no-core',
      severity: 'error',
      from: { path: '^apps/web/src/app/ui/' },
      to: { path: '^apps/web/src/app/core/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules/\\.cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.mjs', '.json'] },
  },
};
