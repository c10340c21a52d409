import { codePoints } from '../texts/code-points.js';

/** Keeps `head` and `tail` characters and hides the rest; never shows more than half of a short value. */
function maskMiddle(value: string, head: number, tail: number): string {
  const characters = codePoints(value);
  const shown = head + tail > characters.length / 2 ? Math.floor(characters.length / 4) : null;
  const first = shown ?? head;
  const last = shown ?? tail;
  const hidden = characters.length - first - last;
  return [
    ...characters.slice(0, first),
    '*'.repeat(hidden),
    ...characters.slice(characters.length - last),
  ].join('');
}

/** A document number for lists: `110************02X` (domain.md §19). */
export function maskIdNumber(number: string): string {
  return maskMiddle(number, 3, 3);
}

/** A phone number for lists: `138****8000`. */
export function maskPhone(phone: string): string {
  return /^\d{11}$/.test(phone)
    ? `${phone.slice(0, 3)}****${phone.slice(7)}`
    : maskMiddle(phone, 3, 4);
}

/** A name for the public: `张*`. The number of characters stays hidden. */
export function maskName(name: string): string {
  const [first] = name.trim();
  return first === undefined ? '' : `${first}*`;
}
