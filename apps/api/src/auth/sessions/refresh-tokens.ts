import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../../platform/crypto/field-cipher.js';

/** The parts of a refresh token; whether its proof fits is asked of `RefreshTokens`. */
export interface PresentedToken {
  readonly sessionId: string;
  readonly generation: number;
  readonly proof: string;
}

/** What of a session row goes into its tokens. */
export interface TokenSource {
  readonly id: string;
  readonly tokenSalt: string;
}

const SHAPE = /^([0-9a-f-]{36})\.(\d{1,9})\.([0-9a-f]{64})$/;

/**
 * Refresh tokens are `session.generation.proof`; the proof is a keyed hash over session, generation
 * and the session's random salt. So the database alone cannot make one, and a token of an older
 * generation is told from a made-up one without keeping every token ever given out.
 */
@Injectable()
export class RefreshTokens {
  constructor(private readonly cipher: FieldCipher) {}

  make(source: TokenSource, generation: number): string {
    return `${source.id}.${generation}.${this.proof(source, generation)}`;
  }

  parse(token: string | undefined): PresentedToken | null {
    const [, sessionId, generation, proof] = SHAPE.exec(token ?? '') ?? [];
    if (!sessionId || !generation || !proof) return null;
    return { sessionId, generation: Number(generation), proof };
  }

  isGenuine(source: TokenSource, { generation, proof }: PresentedToken): boolean {
    return timingSafeEqual(Buffer.from(this.proof(source, generation)), Buffer.from(proof));
  }

  private proof({ id, tokenSalt }: TokenSource, generation: number): string {
    return this.cipher.blindIndex('session.refresh', `${id}.${generation}.${tokenSalt}`);
  }
}
