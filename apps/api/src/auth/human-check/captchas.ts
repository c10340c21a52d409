import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock/clock.js';
import { FieldCipher } from '../../platform/crypto/field-cipher.js';
import { captchaPicture } from './captcha-picture.js';
import { CaptchaText } from './captcha-text.js';
import { Captcha } from './human-check.type.js';

const LIFE_MILLISECONDS = 2 * 60 * 1000;

/** Picture codes: the answer is kept as a keyed hash, and one try, right or wrong, spends it (P10). */
@Injectable()
export class Captchas {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly text: CaptchaText,
  ) {}

  async create(): Promise<Captcha> {
    const id = uuid();
    const answer = this.text.next();
    const image = await captchaPicture(answer);
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + LIFE_MILLISECONDS);
    await this.dataSource.query('DELETE FROM captcha WHERE expires_at < ? LIMIT 100', [now]);
    await this.dataSource.query(
      'INSERT INTO captcha (id, answer_index, expires_at) VALUES (?, ?, ?)',
      [id, this.index(id, answer), expiresAt],
    );
    return new Captcha(id, `data:image/png;base64,${image.toString('base64')}`, expiresAt);
  }

  async isRight(id: string, typed: string): Promise<boolean> {
    const now = this.clock.now();
    const spent: { affectedRows: number } = await this.dataSource.query(
      'UPDATE captcha SET used_at = ? WHERE id = ? AND used_at IS NULL AND expires_at > ?',
      [now, id, now],
    );
    if (spent.affectedRows !== 1) return false;
    const [row] = await this.dataSource.query<{ answer_index: string }[]>(
      'SELECT answer_index FROM captcha WHERE id = ?',
      [id],
    );
    return (
      row?.answer_index === this.index(id, typed.normalize('NFKC').replace(/\s/g, '').toUpperCase())
    );
  }

  private index(id: string, answer: string): string {
    return this.cipher.blindIndex('captcha', `${id}.${answer}`);
  }
}
