/**
 * `npm run check:generated`: the committed schema is what the resolvers say, and the committed types
 * are what the schema and the operations say. Changes nothing; `npm run generate` mends it.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './bootstrap/build.mjs';
import { atEnd, main } from './bootstrap/lifecycle.mjs';
import { pinnedNode } from './bootstrap/node24.mjs';
import { root } from './bootstrap/places.mjs';
import { run } from './bootstrap/run.mjs';
import { Obstacle, say } from './bootstrap/say.mjs';

const SCHEMA = 'libs/graphql/schema.graphql';
const DIAGRAMS = 'docs/generated';
const PATIENCE = { timeoutMs: 120_000 };

await main(async () => {
  await ensureBuilt('api');
  await checkSchema();
  await checkTypes();
  await checkWorkflows();
  say('• The schema and the generated types are current.');
  return 0;
});

async function checkSchema() {
  const folder = temporary();
  const fresh = join(folder, 'schema.graphql');
  const emitted = await run(await pinnedNode(), ['dist/api/emit-schema.js', fresh], PATIENCE);
  if (emitted.code !== 0) {
    throw new Obstacle('The API could not print its schema.', emitted.tail);
  }
  if (readFileSync(fresh, 'utf8') !== readFileSync(join(root, SCHEMA), 'utf8')) {
    const { output } = await run('git', ['diff', '--no-index', '--stat', '-p', SCHEMA, fresh]);
    throw new Obstacle(
      `${SCHEMA} is not what the resolvers say. Run npm run generate, read the difference, commit it.`,
      output.split('\n').slice(0, 60).join('\n'),
    );
  }
}

/** The pages that describe the declared application types. */
async function checkWorkflows() {
  const folder = temporary();
  const printed = await run(await pinnedNode(), ['dist/api/print-workflows.js', folder], PATIENCE);
  if (printed.code !== 0) {
    throw new Obstacle('The API could not print its application types.', printed.tail);
  }
  const { code, output } = await run('git', ['diff', '--no-index', '--stat', DIAGRAMS, folder]);
  if (code !== 0) {
    throw new Obstacle(
      `${DIAGRAMS} is not what libs/domain declares. Run npm run generate.`,
      output,
    );
  }
}

function temporary() {
  const folder = mkdtempSync(join(tmpdir(), 'kaopu-generated-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function checkTypes() {
  const tool = join(root, 'node_modules/.bin/graphql-codegen');
  const checked = await run(tool, ['--config', 'libs/graphql/codegen.ts', '--check'], {
    ...PATIENCE,
    env: { PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}` },
  });
  if (checked.code !== 0) {
    throw new Obstacle(
      'The generated types are not current. Run npm run generate:types.',
      checked.tail,
    );
  }
}
