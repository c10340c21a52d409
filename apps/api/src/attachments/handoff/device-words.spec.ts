import { describe, expect, it } from 'vitest';
import { deviceWords } from './device-words.js';

describe('A device', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36',
      'Windows · Chrome',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0',
      'Windows · Edge',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) MicroMessenger/8.0.47',
      'iPhone · WeChat',
    ],
    [
      'Mozilla/5.0 (Linux; Android 13; Pixel 7) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36',
      'Android · Chrome',
    ],
    ['', ''],
    ['<script>alert(1)</script>', ''],
  ])('%s is called %s', (agent, words) => {
    expect(deviceWords(agent)).toBe(words);
  });
});
