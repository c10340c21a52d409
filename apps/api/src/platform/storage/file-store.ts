import {
  createCipheriv,
  createDecipheriv,
  createHash,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.js';
import { secretKey } from '../crypto/secret-key.js';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Files encrypted at rest (AES-256-GCM bound to the file's id), written whole or not at all:
 * to a temporary name, flushed, then renamed.
 */
@Injectable()
export class FileStore {
  private readonly key: KeyObject;
  private readonly root: string;

  constructor(@Inject(SETTINGS) { secrets, dataDir }: Settings) {
    this.key = secretKey(secrets.fileKey);
    this.root = join(dataDir, 'files');
  }

  /** @returns the SHA-256 of the plain content, hex. */
  async put(id: string, content: Buffer): Promise<string> {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(id));
    const body = Buffer.concat([cipher.update(content), cipher.final()]);
    const path = this.path(id);
    await mkdir(dirname(path), { recursive: true });
    const temporary = `${path}.part`;
    const file = await open(temporary, 'w', 0o600);
    try {
      await file.writev([nonce, cipher.getAuthTag(), body]);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
    return createHash('sha256').update(content).digest('hex');
  }

  /** @throws Error when the file is missing, was changed, or is another file under this name. */
  async get(id: string): Promise<Buffer> {
    const blob = await readFile(this.path(id));
    const decipher = createDecipheriv('aes-256-gcm', this.key, blob.subarray(0, NONCE_BYTES))
      .setAAD(Buffer.from(id))
      .setAuthTag(blob.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([
      decipher.update(blob.subarray(NONCE_BYTES + TAG_BYTES)),
      decipher.final(),
    ]);
  }

  async remove(id: string): Promise<void> {
    await rm(this.path(id), { force: true });
  }

  private path(id: string): string {
    return join(this.root, id.slice(-2), id);
  }
}
