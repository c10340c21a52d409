import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, cpSync, writeFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

const CRUISER = join(process.cwd(), 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
const folders = [];

/** A tiny workspace with our rules and the given files. */
function workspace(files) {
  const root = mkdtempSync(join(tmpdir(), 'kaopu-boundaries-'));
  folders.push(root);
  for (const name of ['.dependency-cruiser.cjs', 'tsconfig.base.json'])
    cpSync(name, join(root, name));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

function cruise(root) {
  const { status, stdout } = spawnSync(
    process.execPath,
    [CRUISER, 'apps', '--config', '.dependency-cruiser.cjs'],
    { cwd: root, encoding: 'utf8' },
  );
  return { status, stdout };
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('module boundaries', () => {
  it('accept an import that looks down', () => {
    const root = workspace({
      'apps/api/src/platform/clock.ts': 'export const clock = 1;\n',
      'apps/api/src/auth/log-in.ts':
        "import { clock } from '../platform/clock.js';\nexport const at = clock;\n",
    });
    expect(cruise(root).status).toBe(0);
  });

  it.each([
    [
      'api-platform-looks-down-only',
      'the platform importing a domain',
      'apps/api/src/platform/a.ts',
      "import '../auth/b.js';\n",
      'apps/api/src/auth/b.ts',
    ],
    [
      'api-certificates-looks-down-only',
      'certificates importing registrations',
      'apps/api/src/certificates/a.ts',
      "import '../registrations/b.js';\n",
      'apps/api/src/registrations/b.ts',
    ],
    [
      'api-leaves-know-no-domain',
      'documents importing a domain',
      'apps/api/src/documents/a.ts',
      "import '../profile/b.js';\n",
      'apps/api/src/profile/b.ts',
    ],
    [
      'web-areas-keep-apart',
      'one web area importing another',
      'apps/web/src/app/staff/a.ts',
      "import '../candidate/b.js';\n",
      'apps/web/src/app/candidate/b.ts',
    ],
    [
      'web-areas-keep-apart',
      'the register, which two areas show, importing one of them',
      'apps/web/src/app/register/a.ts',
      "import '../authority/b.js';\n",
      'apps/web/src/app/authority/b.ts',
    ],
    [
      'web-never-imports-server',
      'the web importing the server',
      'apps/web/src/app/core/a.ts',
      "import '../../../../api/src/auth/b.js';\n",
      'apps/api/src/auth/b.ts',
    ],
    [
      'api-other-domains-only-by-entity-service-or-type',
      'another domain’s resolver',
      'apps/api/src/registrations/a.ts',
      "import '../exams/b.resolver.js';\n",
      'apps/api/src/exams/b.resolver.ts',
    ],
  ])('by rule %s refuse %s', (rule, _, from, code, to) => {
    const root = workspace({ [from]: code, [to]: 'export const b = 1;\n' });
    const { status, stdout } = cruise(root);
    expect(stdout).toContain(rule);
    expect(status).not.toBe(0);
  });

  it('refuse a cycle', () => {
    const root = workspace({
      'apps/api/src/auth/a.ts': "import { b } from './b.js';\nexport const a = () => b;\n",
      'apps/api/src/auth/b.ts': "import { a } from './a.js';\nexport const b = () => a;\n",
    });
    expect(cruise(root).stdout).toContain('no-circular');
  });
});
