/** A rule parameter is missing or not of the shape the rules read; an administrator must mend the row. */
export class RuleParameterError extends Error {
  constructor(path: string, problem: string) {
    super(`rule_parameter ${path} ${problem}`);
    this.name = 'RuleParameterError';
  }
}

/** A JSON value of a rule parameter, read part by part. */
export class RuleValue {
  constructor(
    private readonly path: string,
    private readonly value: unknown,
  ) {}

  number(): number {
    return typeof this.value === 'number' ? this.value : this.fail('is not a number');
  }

  /** Null for the word that stands for "no number". */
  numberOr(word: string): number | null {
    return this.value === word ? null : this.number();
  }

  boolean(): boolean {
    return typeof this.value === 'boolean' ? this.value : this.fail('is not true or false');
  }

  text(): string {
    return typeof this.value === 'string' ? this.value : this.fail('is not a text');
  }

  oneOf<T extends string>(allowed: readonly T[]): T {
    return (
      allowed.find((known) => known === this.value) ??
      this.fail(`is not one of ${allowed.join(', ')}`)
    );
  }

  list<T>(read: (part: RuleValue) => T): T[] {
    if (!Array.isArray(this.value)) return this.fail('is not a list');
    return this.value.map((part: unknown, index) =>
      read(new RuleValue(`${this.path}[${index}]`, part)),
    );
  }

  record<T>(read: (part: RuleValue) => T): Record<string, T> {
    return Object.fromEntries(
      Object.entries(this.object()).map(([name, part]) => [
        name,
        read(new RuleValue(`${this.path}.${name}`, part)),
      ]),
    );
  }

  field(name: string): RuleValue {
    return new RuleValue(`${this.path}.${name}`, this.object()[name]);
  }

  private object(): Readonly<Record<string, unknown>> {
    const { value } = this;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return this.fail(value === undefined ? 'is missing' : 'is not an object');
    }
    return { ...value };
  }

  private fail(problem: string): never {
    throw new RuleParameterError(this.path, this.value === undefined ? 'is missing' : problem);
  }
}
