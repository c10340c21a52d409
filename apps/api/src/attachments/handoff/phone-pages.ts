import type { RequestInfo } from '../../platform/access/actor.js';
import type { UploadAbout } from './upload-about.js';
import { phoneWords } from './phone-texts.js';
import type { TurnedAway } from './phone-uploads.js';

type Language = RequestInfo['language'];

const MEBIBYTE = 1024 * 1024;
const MIME_TYPES: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  pdf: 'application/pdf',
};
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What the page for sending shows. */
export interface SendPage {
  readonly about: UploadAbout;
  readonly device: string;
  readonly startedAt: Date;
  readonly extensions: readonly string[];
  readonly maxBytes: number;
  /** Why the last file was not taken; null at first. */
  readonly problem: string | null;
}

/**
 * The phone's pages: plain HTML that works without a script and in browsers of ten years ago
 * (WeChat's among them); phone.js adds shrinking, turning and progress where it can.
 */
export class PhonePages {
  private readonly words;

  constructor(private readonly language: Language) {
    this.words = phoneWords(language);
  }

  /** Where the QR code leads: the token is in the fragment, which only a script can read. */
  open(): string {
    const { say } = this.words;
    return this.page(
      say('title'),
      `<p id="opening" hidden role="status">${e(say('opening'))}</p>
<p id="no-link" class="problem" hidden role="alert">${e(say('noLink'))}</p>
<form id="open" method="post" action="/m/open">
<label for="token">${e(say('paste'))}</label>
<input id="token" name="token" autocomplete="off" autocapitalize="off" spellcheck="false" required>
<button type="submit">${e(say('continue'))}</button>
</form>`,
    );
  }

  send(page: SendPage): string {
    const { say } = this.words;
    const { about, problem } = page;
    const box = (id: string, label: string, accept: string, capture: boolean): string =>
      `<div class="pick"><input id="${id}" name="file" type="file" accept="${accept}"${capture ? ' capture="environment"' : ''} aria-describedby="limit">
<label for="${id}">${e(label)}</label></div>`;
    const texts = ['shrinking', 'sending', 'checking', 'offline'] as const;
    return this.page(
      about.slot[this.language],
      `<p id="problem" class="problem" role="alert"${problem === null ? ' hidden' : ''}>${e(problem ?? '')}</p>
${this.facts(page)}
<p>${e(say(about.isPhoto ? 'photoAdvice' : 'paperAdvice'))}</p>
<form id="send" method="post" action="/m/file" enctype="multipart/form-data" ${texts
        .map((key) => `data-${key}="${e(say(key))}"`)
        .join(' ')} data-max="${page.maxBytes}">
${box('camera', say('camera'), 'image/*', true)}
${box('album', say(page.extensions.includes('pdf') ? 'file' : 'album'), acceptOf(page), false)}
<p id="limit" class="muted">${e(this.limit(page))}</p>
<div id="chosen" hidden>
<canvas id="preview" role="img" aria-label="${e(say('preview'))}"></canvas>
<p id="chosen-name"></p>
<button id="rotate" type="button" class="second">${e(say('rotate'))}</button>
</div>
<button id="submit" type="submit">${e(say('send'))}</button>
<p id="progress" role="status" aria-live="polite"></p>
</form>`,
    );
  }

  done(): string {
    const { say } = this.words;
    return this.page(
      say('done'),
      `<p>${e(say('doneMore'))}</p><p class="muted">${e(say('scanAgain'))}</p>`,
    );
  }

  unavailable(): string {
    const { say } = this.words;
    return this.page(say('unavailable'), `<p class="problem">${e(say('unavailableMore'))}</p>`);
  }

  turnedAway(why: TurnedAway): string {
    const { heading, advice } = this.words.turnedAway(why);
    return this.page(heading, `<p class="problem">${e(advice)}</p>`);
  }

  private facts({ about, device, startedAt }: SendPage): string {
    const { say } = this.words;
    const time = new Intl.DateTimeFormat(this.language, {
      timeZone: 'Asia/Shanghai',
      hour: '2-digit',
      minute: '2-digit',
      hour12: false,
    }).format(startedAt);
    const rows: readonly (readonly [string, string])[] = [
      [say('person'), [about.name, about.idNumber].filter(Boolean).join(' ')],
      [say('what'), about.slot[this.language]],
      [say('from'), device],
      [say('since'), time],
    ];
    const list = rows
      .filter(([, value]) => value !== '')
      .map(([name, value]) => `<div><dt>${e(name)}</dt><dd>${e(value)}</dd></div>`)
      .join('');
    return `<section aria-labelledby="about"><h2 id="about">${e(say('about'))}</h2><dl>${list}</dl>
<p class="muted">${e(say('notYou'))}</p></section>`;
  }

  private limit({ maxBytes, extensions }: SendPage): string {
    const mb = Math.round((maxBytes / MEBIBYTE) * 10) / 10;
    const types = extensions.map((one) => one.toUpperCase()).join(' / ');
    return this.words.say('limit', { mb, types });
  }

  private page(heading: string, content: string): string {
    const { say } = this.words;
    return `<!doctype html>
<html lang="${this.language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><meta name="format-detection" content="telephone=no">
<title>${e(heading)} · ${e(say('service'))}</title>
<link rel="icon" href="/favicon.svg"><link rel="stylesheet" href="/m/phone.css">
<script src="/m/phone.js" defer></script></head>
<body><header>${e(say('service'))} · ${e(say('title'))}</header>
<main><h1>${e(heading)}</h1>
${content}</main></body></html>
`;
  }
}

const acceptOf = ({ extensions }: SendPage): string =>
  [...new Set(extensions.flatMap((one) => MIME_TYPES[one.toLowerCase()] ?? []))].join(',');

const e = (text: string): string => text.replace(/[&<>"']/g, (one) => ESCAPES[one] ?? one);
