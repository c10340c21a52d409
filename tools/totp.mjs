/**
 * The second-factor code of a demo staff account at this moment.
 *
 *   node tools/totp.mjs <login>     a login that npm start has listed
 *   node tools/totp.mjs <secret>    any base32 secret
 */
import { main } from './bootstrap/lifecycle.mjs';
import { Obstacle, say } from './bootstrap/say.mjs';
import { totp } from './bootstrap/totp.mjs';
import { demoAccounts } from './bootstrap/welcome.mjs';

await main(async () => {
  const asked = process.argv[2] ?? '';
  const account = demoAccounts().find(({ login }) => login === asked);
  const secret = account === undefined ? asked : (account.totpSecret ?? '');
  if (!/^[A-Z2-7]{16,}=*$/i.test(secret)) {
    throw new Obstacle('Say for whom: node tools/totp.mjs <login of a demo staff account>');
  }
  say(totp(secret, Date.now()));
  return 0;
});
