import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.js';
import { secretKey } from './secret-key.js';

const SUITE_AES_256_GCM = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Where an encrypted value lives; bound into it, so that a blob moved elsewhere does not open. */
export interface CellAddress {
  readonly table: string;
  readonly column: string;
  readonly rowId: string;
}

/**
 * Encrypts personal data columns (AES-256-GCM, a suite byte first so that keys and suites can
 * change) and makes the keyed hash by which an exact value is found again.
 */
@Injectable()
export class FieldCipher {
  private readonly key: KeyObject;
  private readonly indexKey: KeyObject;

  constructor(@Inject(SETTINGS) { secrets }: Settings) {
    this.key = secretKey(secrets.fieldKey);
    this.indexKey = secretKey(secrets.blindIndexKey);
  }

  encrypt(plain: string, address: CellAddress): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(aad(address));
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.of(SUITE_AES_256_GCM), nonce, cipher.getAuthTag(), body]);
  }

  /** @throws Error when the blob was changed, belongs to another cell, or the key is wrong. */
  decrypt(blob: Buffer, address: CellAddress): string {
    if (blob[0] !== SUITE_AES_256_GCM) throw new Error(`Unknown cipher suite ${blob[0]}.`);
    const nonceEnd = 1 + NONCE_BYTES;
    const tagEnd = nonceEnd + TAG_BYTES;
    const decipher = createDecipheriv('aes-256-gcm', this.key, blob.subarray(1, nonceEnd))
      .setAAD(aad(address))
      .setAuthTag(blob.subarray(nonceEnd, tagEnd));
    return Buffer.concat([decipher.update(blob.subarray(tagEnd)), decipher.final()]).toString(
      'utf8',
    );
  }

  /** 64 hex digits; `purpose` keeps equal values of different columns apart. */
  blindIndex(purpose: string, value: string): string {
    return createHmac('sha256', this.indexKey).update(`${purpose}\u0000${value}`).digest('hex');
  }
}

const aad = ({ table, column, rowId }: CellAddress): Buffer =>
  Buffer.from(`${table}.${column}.${rowId}`, 'utf8');
