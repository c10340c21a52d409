import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { SETTINGS, type Settings } from '../config/settings.js';
import { secretKey } from './secret-key.js';

const LIFE_SECONDS = 300;

/** Addresses of files that open for five minutes and cannot be guessed or changed. */
@Injectable()
export class SignedUrls {
  private readonly key: KeyObject;

  constructor(
    @Inject(SETTINGS) { secrets }: Settings,
    private readonly clock: Clock,
  ) {
    this.key = secretKey(secrets.urlSigningKey);
  }

  /** @returns a path such as `/files/attachment/<id>?e=…&s=…`. */
  sign(path: string): string {
    const expires = Math.floor(this.clock.now().getTime() / 1000) + LIFE_SECONDS;
    return `${path}?e=${expires}&s=${this.signature(path, expires)}`;
  }

  isValid(path: string, expires: string | undefined, signature: string | undefined): boolean {
    const until = Number(expires);
    if (!signature || !Number.isInteger(until)) return false;
    if (until * 1000 < this.clock.now().getTime()) return false;
    const expected = Buffer.from(this.signature(path, until));
    const given = Buffer.from(signature);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }

  private signature(path: string, expires: number): string {
    return createHmac('sha256', this.key).update(`${path}|${expires}`).digest('base64url');
  }
}
