import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { SETTINGS, type Settings } from '../config/settings.js';
import { secretKey } from './secret-key.js';

const LIFE_SECONDS = 300;

/**
 * Addresses of files that open for five minutes and cannot be guessed or changed. An address made for
 * staff names its reader, so that opening it can be audited (security.md P23).
 */
@Injectable()
export class SignedUrls {
  private readonly key: KeyObject;

  constructor(
    @Inject(SETTINGS) { secrets }: Settings,
    private readonly clock: Clock,
  ) {
    this.key = secretKey(secrets.urlSigningKey);
  }

  /**
   * @param readerId account whose opening is to be audited; null for the owner of the file.
   * @returns a path such as `/files/attachment/<id>?e=…&s=…`, with `&r=…` for a reader.
   */
  sign(path: string, readerId: string | null = null): string {
    const expires = Math.floor(this.clock.now().getTime() / 1000) + LIFE_SECONDS;
    const reader = readerId === null ? '' : `&r=${readerId}`;
    return `${path}?e=${expires}${reader}&s=${this.signature(path, expires, readerId)}`;
  }

  isValid(
    path: string,
    expires: string | undefined,
    signature: string | undefined,
    readerId: string | null = null,
  ): boolean {
    const until = Number(expires);
    if (!signature || !Number.isInteger(until)) return false;
    if (until * 1000 < this.clock.now().getTime()) return false;
    const expected = Buffer.from(this.signature(path, until, readerId));
    const given = Buffer.from(signature);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }

  private signature(path: string, expires: number, readerId: string | null): string {
    const text = readerId === null ? `${path}|${expires}` : `${path}|${expires}|${readerId}`;
    return createHmac('sha256', this.key).update(text).digest('base64url');
  }
}
