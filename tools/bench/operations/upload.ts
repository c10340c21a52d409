import { randomUUID } from 'node:crypto';
import { print } from 'graphql';
import { UploadAttachmentDocument } from '@kaopu/graphql';
import type { Draft, World } from '../data/world.js';
import type { Tokens } from '../servers/tokens.js';
import type { RequestMaker } from './operation.js';

const BYTES = 5 * 1024 * 1024;
const BOUNDARY = 'kaopu-bench-boundary';
const QUERY = print(UploadAttachmentDocument);

/** A readable one-page PDF of exactly 5 MiB, most of it a stream nobody looks at. */
function largePdf(): Buffer {
  const page = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>',
    '<< /Length 0 >>\nstream\n\nendstream',
  ];
  const filled = (length: number): Buffer => pdfOf([...page, padding(length)]);
  const spare = BYTES - filled(1_000_000).length;
  return filled(1_000_000 + spare);
}

const padding = (length: number): string =>
  `<< /Length ${length} >>\nstream\n${'0123456789abcdef'.repeat(Math.ceil(length / 16)).slice(0, length)}\nendstream`;

function pdfOf(objects: readonly string[]): Buffer {
  let body = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = body.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const size = objects.length + 1;
  body += `xref\n0 ${size}\n0000000000 65535 f \n${entries.join('')}`;
  body += `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(body, 'latin1');
}

/** The bytes alone, streamed to a file: the least an upload can cost. */
export function rawPuts(): RequestMaker {
  const body = largePdf();
  return () => ({ method: 'PUT', path: '/', headers: {}, body });
}

/** Diplomas of people who are filling in their application. */
export async function uploads(world: World, tokens: Tokens, count: number): Promise<RequestMaker> {
  const drafts = await world.drafts(count, await world.plan(count));
  const bearers = await Promise.all(drafts.map((draft) => tokens.of('kaopu', draft)));
  const pdf = largePdf();
  return (index) => ({
    method: 'POST',
    path: '/graphql',
    headers: {
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
      'apollo-require-preflight': '1',
      authorization: `Bearer ${bearers[index] ?? ''}`,
    },
    body: multipart(drafts[index], pdf),
  });
}

function multipart(draft: Draft | undefined, pdf: Buffer): Buffer {
  const input = {
    applicationId: draft?.applicationId,
    slot: 'DIPLOMA',
    idempotencyKey: randomUUID(),
  };
  const operations = JSON.stringify({ query: QUERY, variables: { input, file: null } });
  const part = (name: string, more = ''): string =>
    `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n`;
  const head = `${part('operations')}${operations}\r\n${part('map')}{"0":["variables.file"]}\r\n`;
  const file = part('0', '; filename="diploma.pdf"\r\ncontent-type: application/pdf');
  return Buffer.concat([Buffer.from(head + file), pdf, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
}
