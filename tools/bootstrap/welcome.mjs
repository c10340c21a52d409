/** What a newcomer needs to know once everything runs. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './places.mjs';

const ACCOUNTS = 'tools/reference-data/demo-accounts.json';

/**
 * @typedef {{ role: string, login: string, password: string, note?: string, totpSecret?: string }} DemoAccount
 */

/** @returns {DemoAccount[]} none when the seed brings none */
export function demoAccounts() {
  const file = join(root, ACCOUNTS);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
}

/**
 * @param {{ port: number, seconds: string, log: string, accounts: readonly DemoAccount[] }} facts
 * @returns {string}
 */
export function welcome({ port, seconds, log, accounts }) {
  const base = `http://localhost:${port}`;
  const lines = [
    '',
    `Kaopu 考谱 is running (after ${seconds}).`,
    '',
    `  Web app            ${base}/`,
    `  SMS and mail sent  ${base}/demo/messages`,
    `  Log                ${log}`,
  ];
  if (accounts.length > 0) {
    lines.push('', 'Demo accounts:', ...table(accounts.map((account) => cells(account))));
  }
  if (accounts.some(({ totpSecret }) => totpSecret !== undefined)) {
    lines.push(
      '',
      'Second factor of the staff accounts: node tools/totp.mjs <login> shows the code of this moment.',
    );
  }
  return [...lines, '', 'Ctrl-C stops everything.', ''].join('\n');
}

/** @param {DemoAccount} account */
function cells({ role, login, password, note = '' }) {
  return [role, login, password, note];
}

/**
 * Lines up columns; Chinese characters are two columns wide in a terminal.
 *
 * @param {readonly (readonly string[])[]} rows
 */
export function table(rows) {
  const widths = rows.reduce(
    (/** @type {number[]} */ all, row) => row.map((cell, i) => Math.max(all[i] ?? 0, width(cell))),
    [],
  );
  return rows.map((row) =>
    `  ${row.map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - width(cell))).join('  ')}`.trimEnd(),
  );
}

/** @param {string} text */
function width(text) {
  return [...text].reduce((sum, char) => sum + (/[\u2e80-\uffef]/.test(char) ? 2 : 1), 0);
}
