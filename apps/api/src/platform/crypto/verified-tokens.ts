const MAX_KEPT = 10_000;

/**
 * Claims of tokens whose signature was found good: a browser sends the same one for five minutes, and
 * checking it is the dearest part of knowing who asks (docs/performance.md). The text must be equal to
 * the last character; whether its time is over, and its session alive, is judged at every request.
 */
export class VerifiedTokens<Claims> {
  private readonly kept = new Map<string, Claims>();

  claims(token: string): Claims | undefined {
    return this.kept.get(token);
  }

  keep(token: string, claims: Claims): void {
    if (this.kept.size >= MAX_KEPT) this.kept.clear();
    this.kept.set(token, claims);
  }
}
