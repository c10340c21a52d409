// The floor: node:http and mysql2 prepared statements, no framework, no GraphQL, no session, no limits,
// no audit of reads. It answers the benchmark's requests byte for byte as the others do and is the
// least a Node server can do for them. Read it in five minutes and doubt it.
import 'reflect-metadata';
import { createWriteStream } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { benchSettings } from '../data/keys.js';
import { applyNaively, FloorApply, type ApplyInput } from './apply.js';
import { FloorReads, type Page } from './reads.js';
import { Statements } from './statements.js';
import { FloorVerification, type Claimed } from './verify.js';

interface Asked {
  readonly operationName: string;
  readonly variables: Readonly<Record<string, unknown>> & Page;
}

const { PORT = '0', DATABASE_URL = '', KAOPU_SECRETS_FILE = '', DATA_DIR = '.' } = process.env;
const settings = benchSettings(KAOPU_SECRETS_FILE, DATABASE_URL, '');
const statements = new Statements(DATABASE_URL);
const reads = new FloorReads(statements, settings);
const verification = new FloorVerification(statements, settings);
const apply = new FloorApply(statements, settings);

/** Whom the token names, believed without looking. */
function subjectOf({ headers }: IncomingMessage): string {
  const payload = headers.authorization?.split('.')[1] ?? '';
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { sub: string };
  return claims.sub;
}

function answer({ operationName, variables }: Asked, subject: string): Promise<unknown> {
  switch (operationName) {
    case 'MyApplications':
      return reads.myApplications(subject, variables, false);
    case 'MyApplicationsWithFiles':
      return reads.myApplications(subject, variables, true);
    case 'ReviewQueue':
    case 'ReviewQueueNoTotal':
      return reads.reviewQueue(subject, variables, operationName === 'ReviewQueue');
    case 'Verify':
      return verification.verify(variables['input'] as Claimed);
    case 'SearchMajors':
      return reads.searchMajors(variables);
    case 'Apply':
      return apply.submit(subject, variables['input'] as ApplyInput);
    case 'ApplyNaively':
      return applyNaively(statements, subject, variables['input'] as ApplyInput);
    default:
      throw new Error(`The floor has no operation ${operationName}.`);
  }
}

let puts = 0;

createServer((request, response) => {
  const send = (status: number, body: string): void => {
    const length = Buffer.byteLength(body);
    response.writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': length,
    });
    response.end(body);
  };
  if (request.method === 'GET') return send(200, '{}');
  if (request.method === 'PUT') {
    puts += 1;
    const file = createWriteStream(join(DATA_DIR, `put-${puts % 16}`));
    pipeline(request, file).then(
      () => send(200, '{}'),
      (error: unknown) => send(500, String(error)),
    );
    return;
  }
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const asked = JSON.parse(Buffer.concat(chunks).toString()) as Asked;
    answer(asked, subjectOf(request)).then(
      (data) => send(200, JSON.stringify({ data })),
      (error: unknown) => send(500, error instanceof Error ? (error.stack ?? '') : String(error)),
    );
  });
}).listen(Number(PORT), '127.0.0.1');
