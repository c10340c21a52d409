/** How a value is typed: a number, one of several words, or its whole structure as JSON. */
export type RuleInput =
  | { readonly kind: 'number' }
  | { readonly kind: 'choice'; readonly codes: readonly string[] }
  | { readonly kind: 'structure' };

/** Words that some rules choose from. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  planChoice: ['BY_CANDIDATE', 'BY_STAFF'],
  lastDay: ['DAY_BEFORE', 'ANNIVERSARY'],
};

/** The first part of a code: rules of one kind share it. */
export const familyOf = (code: string): string => code.split('.')[0] ?? code;

/** How the next value of a rule is typed, by what it is now. */
export function inputOf(code: string, current: unknown): RuleInput {
  const codes = typeof current === 'boolean' ? ['true', 'false'] : CHOICES[familyOf(code)];
  if (codes) {
    return { kind: 'choice', codes };
  }
  return typeof current === 'number' ? { kind: 'number' } : { kind: 'structure' };
}

/** What stands in the box for a value. */
export function typedOf(value: unknown, { kind }: RuleInput): string {
  return kind === 'structure' ? JSON.stringify(value, null, 2) : String(value);
}

/** The value that was typed; undefined for what cannot be read. */
export function valueOf(typed: string, { kind }: RuleInput): unknown {
  const text = typed.normalize('NFKC').trim();
  switch (kind) {
    case 'number':
      return /^\d{1,6}(\.\d{1,4})?$/.test(text) ? Number(text) : undefined;
    case 'choice':
      return ['true', 'false'].includes(text) ? text === 'true' : text || undefined;
    case 'structure':
      return parsed(typed);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
