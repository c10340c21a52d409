// Fails when schema.graphql, the partner schema or the generated types are older than the code: `npm run check:generated`.
import { execFileSync, spawnSync } from 'node:child_process';

const FILES = ['libs/graphql/schema.graphql', 'libs/graphql/integration.graphql', 'libs/graphql/src'];

const run = spawnSync('npm', ['run', '--silent', 'generate'], { stdio: 'inherit' });
if (run.status !== 0) process.exit(run.status ?? 1);

const changed = execFileSync('git', ['status', '--porcelain', '--', ...FILES], { encoding: 'utf8' }).trim();
if (changed) {
  process.stderr.write(
    `Generated files are out of date. Run \`npm run generate\`, look at the schema's diff and commit it:\n${changed}\n`,
  );
  process.exit(1);
}
process.stdout.write('The schema and the generated types match the code.\n');
