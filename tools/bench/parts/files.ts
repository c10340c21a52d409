import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { Clock } from '../../../apps/api/src/platform/clock/clock.js';
import { SignedUrls } from '../../../apps/api/src/platform/crypto/signed-url.js';
import { FileStore } from '../../../apps/api/src/platform/storage/file-store.js';
import { FORM_PATH } from '../../../apps/api/src/registrations/cases/application-details.js';
import { mustSucceed } from '../measure/compare.js';
import { handled, type Handled } from '../measure/documents.js';
import { rawPuts, uploads } from '../operations/upload.js';
import { handledTable } from '../report/tables.js';
import { floorPlan, kaopuPlan } from '../servers/plans.js';
import { Server } from '../servers/server.js';
import type { Run } from './run.js';

/** Files of 5 MiB going in, printed forms coming out. */
export async function files(run: Run): Promise<Handled[]> {
  const { world, tokens, settings, folder, publicUrl, quick, say } = run;
  const floor = await Server.start(floorPlan(world.url, folder), folder);
  const kaopu = await Server.start(kaopuPlan(world.url, folder, publicUrl), folder);
  const sent = { count: quick ? 16 : 80, atOnce: 8 };
  const printed = { count: quick ? 16 : 200, atOnce: 4 };
  const upload = await uploads(world, tokens, sent.count * 2);
  const addresses = await forms(run);
  const urls = new SignedUrls(settings, new Clock());
  const form = (index: number) => ({
    method: 'GET' as const,
    path: urls.sign(`${FORM_PATH}${addresses[index % addresses.length] ?? ''}`),
    headers: {},
    body: '',
  });
  let count = 0;
  try {
    // Each once before it is measured: code and fonts are loaded by then.
    await handled('', kaopu, { count: 4, atOnce: 4 }, () => upload(count++), mustSucceed);
    await handled('', kaopu, { count: 4, atOnce: 4 }, form, mustSucceed);
    const results = [
      await handled('5 MiB, raw PUT to a file', floor, sent, rawPuts(), mustSucceed),
      await handled('5 MiB, kaopu', kaopu, sent, () => upload(count++), mustSucceed),
      await handled('printed form, kaopu', kaopu, printed, form, mustSucceed),
    ];
    say(handledTable(results));
    return results;
  } finally {
    await Promise.all([floor.stop(), kaopu.stop()]);
  }
}

/** Applications with something to print, photo included. */
async function forms({ world, settings, folder }: Run): Promise<string[]> {
  const rows = await world.query<{ id: string; fileId: string }>(
    `SELECT a.id, x.file_id AS fileId FROM application a
     JOIN attachment x ON x.subject_id = a.id AND x.slot_code = 'PHOTO'
     WHERE a.status = 'UNDER_REVIEW' ORDER BY a.id LIMIT 50`,
  );
  const store = new FileStore({ ...settings, dataDir: join(folder, 'kaopu') });
  const photo = portrait();
  for (const { fileId } of rows) await store.put(fileId, photo);
  await world.query(
    "UPDATE stored_file SET purpose = 'PHOTO', mime = 'image/jpeg' WHERE id IN (?)",
    [rows.map(({ fileId }) => fileId)],
  );
  return rows.map(({ id }) => id);
}

/** A photo of the size the photo gate lets in; nobody's face. */
function portrait(): Buffer {
  const canvas = createCanvas(600, 840);
  const context = canvas.getContext('2d');
  const sky = context.createLinearGradient(0, 0, 0, 840);
  sky.addColorStop(0, '#ffffff');
  sky.addColorStop(1, '#87a0c0');
  context.fillStyle = sky;
  context.fillRect(0, 0, 600, 840);
  context.fillStyle = '#c09070';
  context.ellipse(300, 360, 150, 200, 0, 0, 2 * Math.PI);
  context.fill();
  return canvas.toBuffer('image/jpeg', 88);
}
