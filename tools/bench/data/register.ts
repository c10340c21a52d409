import type { Connection } from 'mysql2/promise';
import { Clock } from '../../../apps/api/src/platform/clock/clock.js';
import type { Settings } from '../../../apps/api/src/platform/config/settings.js';
import { FieldCipher } from '../../../apps/api/src/platform/crypto/field-cipher.js';
import { CERTIFICATE_COLUMNS, CERTIFICATE_ITEM_COLUMNS, CertificateRows } from './certificates.js';
import type { SeededIds } from './identities.js';
import { loadData, mapped } from './load-data.js';

const CLIENTS = 1000;
const CHUNK = 20_000;
const DAY = 86_400_000;

/** The register of certificates. */
export async function loadCertificates(
  connection: Connection,
  ids: SeededIds,
  settings: Settings,
  total: number,
): Promise<void> {
  const issued = new Date(Date.now() - 200 * DAY);
  const rows = new CertificateRows(new FieldCipher(settings), new Clock().today(), issued);
  for (let first = 0; first < total; first += CHUNK) {
    const some = Array.from({ length: Math.min(CHUNK, total - first) }, (_, index) => ({
      id: ids.next(),
      index: first + index,
    }));
    const certificates = mapped(some, ({ id, index }) => rows.certificate(id, index));
    const items = mapped(some, ({ id }) => rows.item(id));
    await loadData(connection, 'certificate', CERTIFICATE_COLUMNS, certificates);
    await loadData(connection, 'certificate_item', CERTIFICATE_ITEM_COLUMNS, items);
  }
}

/** Systems that may verify, each with limits of its own. @returns their ids */
export async function loadClients(
  connection: Connection,
  ids: SeededIds,
  now: Date,
): Promise<string[]> {
  const clients = Array.from({ length: CLIENTS }, () => ids.next());
  const columns = [
    'id',
    'name',
    'client_id',
    'secret_hash',
    'scopes',
    'created_by',
    'created_at',
    'expires_at',
    'last_used_at',
  ];
  const until = new Date(now.getTime() + DAY);
  const rows = mapped(clients, (id) => [
    id,
    'bench',
    `b-${id}`,
    '0'.repeat(64),
    '["certificates:verify"]',
    id,
    now,
    until,
    now,
  ]);
  await loadData(connection, 'api_client', columns, rows);
  return clients;
}
