import { describe, expect, it } from 'vitest';
import { formatDatabaseUrl, parseDatabaseUrl, shownAddress } from './database-url.mjs';

const ADDRESS = {
  host: 'db.example',
  port: 3307,
  user: 'us er',
  password: 'p@ss:w/rd%',
  database: 'kaopu',
};

describe('DATABASE_URL', () => {
  it('survives being written and read again with any password', () => {
    expect(parseDatabaseUrl(formatDatabaseUrl(ADDRESS))).toEqual(ADDRESS);
  });

  it('may leave out the port and name an IPv6 host', () => {
    const address = parseDatabaseUrl('mariadb://u:p@[::1]/kaopu');
    expect(address).toMatchObject({ host: '::1', port: 3306 });
    expect(formatDatabaseUrl(address)).toBe('mysql://u:p@[::1]:3306/kaopu');
  });

  it('is shown without user and password', () => {
    expect(shownAddress(ADDRESS)).toBe('db.example:3307/kaopu');
  });

  it.each([
    ['nonsense', 'is not an address'],
    ['postgres://u:p@h/kaopu', 'needs MariaDB or MySQL'],
    ['mysql://u:p@h', 'must name a host, a user and a database'],
    ['mysql://h/kaopu', 'must name a host, a user and a database'],
    ['mysql://u:p@h/ka-opu', 'only letters, digits and underscores'],
    ['mysql://u:100%@h/kaopu', 'write it as %25'],
  ])('%s is refused: %s', (text, reason) => {
    expect(() => parseDatabaseUrl(text)).toThrow(reason);
  });

  it('never shows its password in a refusal', () => {
    expect(() => parseDatabaseUrl('mysql://u:geheim@h')).not.toThrow('geheim');
  });
});
