import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { assertPortFree, freePort, portMessage, readPort } from './ports.mjs';

describe('PORT', () => {
  it.each([
    [undefined, 3000],
    ['', 3000],
    ['1', 1],
    ['8080', 8080],
    ['65535', 65_535],
  ])('%s means %i', (text, port) => {
    expect(readPort(text)).toBe(port);
  });

  it.each(['0', '65536', '-1', '80a', '3000.5', ' 3000', 'http'])(
    '%s is refused in a sentence',
    (text) => {
      expect(() => readPort(text)).toThrow(
        `PORT is "${text}", but it must be a number from 1 to 65535.`,
      );
    },
  );

  it('that is taken is named together with another one to try', async () => {
    const server = createServer();
    const port = await new Promise((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve(server.address().port));
    });
    await expect(assertPortFree(port)).rejects.toThrow(`PORT ${port} is taken by another program`);
    await expect(assertPortFree(port)).rejects.toThrow(
      `PORT=${port === 65_535 ? port - 1 : port + 1} npm start`,
    );
    await new Promise((resolve) => server.close(resolve));
    await expect(assertPortFree(port)).resolves.toBeUndefined();
  });

  it('below 1024 without rights leads to a port that anybody may use', () => {
    expect(portMessage(80, 'EACCES')).toBe(
      'PORT 80 may only be used by an administrator. Choose another port: PORT=3000 npm start',
    );
  });

  it('that was used last time is used again while it is free', async () => {
    const port = await freePort();
    expect(await freePort(port)).toBe(port);
  });
});
