import { ruleFamily } from '@kaopu/domain';

/** How a value is typed: a number, several with a name each, one of several words, or all of it as JSON. */
export type RuleInput =
  | { readonly kind: 'number' }
  | { readonly kind: 'numbers'; readonly parts: readonly string[] }
  | { readonly kind: 'choice'; readonly codes: readonly string[] }
  | { readonly kind: 'structure' };

/** What stands in the boxes: one text, or one for each part. */
export interface TypedValue {
  readonly whole: string;
  readonly parts: Readonly<Record<string, string>>;
}

/** Words that some rules choose from. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  planChoice: ['BY_CANDIDATE', 'BY_STAFF'],
  lastDay: ['DAY_BEFORE', 'ANNIVERSARY'],
};

/** The parts of a value that is nothing but named numbers. */
export function numbersOf(value: unknown): readonly (readonly [string, number])[] | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return undefined;
  }
  const parts = Object.entries(value);
  const isNumber = (part: [string, unknown]): part is [string, number] =>
    typeof part[1] === 'number';
  return parts.every(isNumber) ? parts : undefined;
}

/** How the next value of a rule is typed, by what it is now. */
export function inputOf(code: string, current: unknown): RuleInput {
  const codes = typeof current === 'boolean' ? ['true', 'false'] : CHOICES[ruleFamily(code)];
  if (codes) {
    return { kind: 'choice', codes };
  }
  const numbers = numbersOf(current);
  if (numbers) {
    return { kind: 'numbers', parts: numbers.map(([name]) => name) };
  }
  // A number or the word for none: a box for numbers would not let the word come back.
  const isNumber = typeof current === 'number' && code !== 'maximumResits';
  return { kind: isNumber ? 'number' : 'structure' };
}

/** What stands in the boxes for a value. */
export function typedOf(value: unknown, { kind }: RuleInput): TypedValue {
  const whole = kind === 'structure' ? JSON.stringify(value, null, 2) : String(value);
  const numbers = (kind === 'numbers' && numbersOf(value)) || [];
  return { whole, parts: Object.fromEntries(numbers.map(([name, one]) => [name, String(one)])) };
}

/** The value that was typed; undefined for what cannot be read. */
export function valueOf({ whole, parts }: TypedValue, input: RuleInput): unknown {
  switch (input.kind) {
    case 'number':
      return numberOf(whole);
    case 'numbers': {
      const numbers = input.parts.map((name) => [name, numberOf(parts[name] ?? '')] as const);
      return numbers.some(([, one]) => one === undefined) ? undefined : Object.fromEntries(numbers);
    }
    case 'choice':
      return ['true', 'false'].includes(whole) ? whole === 'true' : whole || undefined;
    case 'structure':
      return parsed(whole);
  }
}

/** A count of days, months or years, or a vision such as 5.0. */
export function numberOf(typed: string): number | undefined {
  const text = typed.normalize('NFKC').trim();
  return /^\d{1,6}(\.\d{1,4})?$/.test(text) ? Number(text) : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
