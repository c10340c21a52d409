import { describe, expect, it } from 'vitest';
import { assertFit, connectionMessage, databaseFaults } from './database-checks.mjs';

const FIT = {
  version: '10.11.19-MariaDB-0+deb12u1',
  databaseCharset: 'utf8mb4',
  sqlMode: 'STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION',
  flushLogAtCommit: 1,
  logBin: false,
  syncBinlog: 0,
};
const ADDRESS = { host: 'h', port: 3306, user: 'u', password: 'geheim', database: 'kaopu' };

describe('a database server', () => {
  it.each([
    '10.11.0-MariaDB',
    '5.5.5-10.11.6-MariaDB-log',
    '11.4.2-MariaDB',
    '12.0.1-MariaDB-ubu2404',
    '8.0.36',
    '8.4.3',
    '9.1.0-commercial',
  ])('of version %s is new enough', (version) => {
    expect(databaseFaults({ ...FIT, version }, 'kaopu')).toEqual([]);
  });

  it.each(['10.6.18-MariaDB', '10.3.39-MariaDB-log', '5.5.5-10.5.1-MariaDB', '5.7.44', '5.6.0'])(
    'of version %s is too old',
    (version) => {
      const [fault] = databaseFaults({ ...FIT, version }, 'kaopu');
      expect(fault).toContain(`too old (version ${version})`);
    },
  );

  it.each([
    [{ databaseCharset: 'utf8mb3' }, 'character set is utf8mb3, not utf8mb4'],
    [{ databaseCharset: 'latin1' }, 'ALTER DATABASE kaopu CHARACTER SET utf8mb4'],
    [{ sqlMode: '' }, 'not strict'],
    [{ sqlMode: 'NO_ENGINE_SUBSTITUTION' }, 'STRICT_TRANS_TABLES'],
    [{ flushLogAtCommit: 2 }, 'innodb_flush_log_at_trx_commit is 2'],
    [{ logBin: true }, 'sync_binlog is 0'],
  ])('with %o is refused with its remedy', (wrong, text) => {
    const faults = databaseFaults({ ...FIT, ...wrong }, 'kaopu');
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(text);
  });

  it('is told all its faults in one sentence, without the password', () => {
    const wrong = { ...FIT, version: '5.7.44', sqlMode: '' };
    expect(() => assertFit(wrong, ADDRESS)).toThrow(
      /h:3306\/kaopu cannot be used: .*too old.*Also, .*strict/,
    );
    expect(() => assertFit(wrong, ADDRESS)).not.toThrow('geheim');
  });

  it.each([
    ['ECONNREFUSED', 'No database answers at h:3306/kaopu'],
    ['ENOTFOUND', 'The host h in DATABASE_URL is unknown'],
    ['ETIMEDOUT', 'did not answer in time'],
    ['ER_ACCESS_DENIED_ERROR', 'refuses the user "u"'],
    ['ER_DBACCESS_DENIED_ERROR', "GRANT ALL ON `kaopu%`.* TO 'u'@'%'"],
    ['SOMETHING_NEW', 'cannot be used: SOMETHING_NEW'],
  ])('that answers %s gets a sentence', (code, text) => {
    expect(connectionMessage({ code }, ADDRESS)).toContain(text);
  });
});
