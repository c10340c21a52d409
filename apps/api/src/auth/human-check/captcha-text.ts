import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CAPTCHA_GLYPHS } from './captcha-glyphs.js';

const LENGTH = 5;
const ALPHABET = [...CAPTCHA_GLYPHS.keys()].join('');

/** Chooses what a picture shows; a provider of its own so that tests can know it. */
@Injectable()
export class CaptchaText {
  next(): string {
    return Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join(
      '',
    );
  }
}
