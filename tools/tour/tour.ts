// Drives the main job against a running server over public GraphQL, with real files it makes. Prints
// every step and what came back; exits non-zero on any deviation. A server that goes away in the
// middle is waited for, and the step is asked again under the same idempotency key.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { walkOtherTypes } from './all-types.ts';
import { INITIAL_ANSWERS } from './answers.ts';
import { apply } from './apply.ts';
import { examine } from './examine.ts';
import { issue } from './issue.ts';
import { registerCandidate } from './register.ts';
import { say, TourError } from './report.ts';
import { reviewApplication } from './review.ts';
import { StaffDesk, type DemoAccount } from './staff.ts';
import { TourBrowser } from './browser.ts';
import { verifyCertificate } from './verify.ts';

const USAGE = `npm run tour                          the server of npm start: localhost at PORT, or 3000
npm run tour -- --url http://host:port
npm run tour -- --all                 every application type, not the first alone
npm run tour -- --accounts <file>     other accounts than those of the demonstration
`;

const OPTIONS = {
  url: { type: 'string', default: `http://localhost:${process.env['PORT'] ?? '3000'}` },
  accounts: { type: 'string', default: 'tools/reference-data/demo-accounts.json' },
  all: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** What was asked for; a word it does not know is told, with those it does. */
function asked() {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    process.exit(2);
  }
}

const values = asked();
if (values.help) {
  process.stdout.write(USAGE);
  process.exit();
}

const started = performance.now();
try {
  const accounts = JSON.parse(readFileSync(values.accounts, 'utf8')) as DemoAccount[];
  const desk = StaffDesk.of(values.url, accounts, 'EI-34', 'P34');
  const candidate = new TourBrowser(values.url);
  const person = await registerCandidate(candidate);
  const application = await apply(candidate, {
    type: 'testing-initial',
    itemCode: 'RT-I',
    answers: INITIAL_ANSWERS,
  });
  await reviewApplication(candidate, desk, application.id);
  await examine(desk, application);
  const certificate = await issue(candidate, desk, application.id);
  await verifyCertificate(desk, certificate, person.name);
  if (values.all) {
    const national = StaffDesk.of(values.url, accounts, 'EI-00', 'SAMR');
    await walkOtherTypes(candidate, { province: desk, national });
  }
  say('done', `${((performance.now() - started) / 1000).toFixed(1)} s, every step as expected`);
} catch (error) {
  if (!(error instanceof TourError)) throw error;
  process.stderr.write(`\nThe tour stopped: ${error.message}\n`);
  process.exitCode = 1;
}
