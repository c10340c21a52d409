import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { batched } from '../platform/database/batched.js';
import { Transactions } from '../platform/database/transactions.js';
import {
  FieldProblem,
  InvalidInputError,
  RefusedError,
  UserError,
} from '../platform/graphql/user-error.js';
import { refuse, say } from '../platform/i18n/refuse.js';
import type { CreateApiClientInput, RevokeApiClientInput } from './api-client.inputs.js';
import { ApiClient, CreatedApiClient } from './api-client.type.js';
import { hashSecret, newClientId, newSecret } from './client-secret.js';
import { integrationText, type IntegrationTextKey } from './integration-texts.js';
import { isPartnerScope } from './partner-scope.js';

const LIFE_MILLISECONDS = 365 * 86_400_000;
const MINUTE_MILLISECONDS = 60_000;

/** A client with what proves it. */
export interface StoredApiClient extends ApiClient {
  readonly secretHash: string;
}

type ClientRow = Omit<StoredApiClient, 'scopes'> & { readonly scopes: readonly string[] | string };

const CLIENT = `
  SELECT id, name, client_id AS clientId, secret_hash AS secretHash, scopes, created_at AS createdAt,
         expires_at AS expiresAt, revoked_at AS revokedAt, last_used_at AS lastUsedAt
  FROM api_client`;

/** Other systems that may ask us (goal G46): hashed secrets, scopes, an end after one year. */
@Injectable()
export class ApiClients {
  private readonly withId = batched(async (ids: readonly string[]) => {
    const found = await this.find('id IN (?)', [ids]);
    const byId = new Map(found.map((client) => [client.id, client]));
    return ids.map((id) => byId.get(id) ?? null);
  });

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** All, newest first: there are few. */
  async list(): Promise<ApiClient[]> {
    const rows = await this.find('TRUE ORDER BY id DESC', []);
    return rows.map((row) => new ApiClient(row));
  }

  /** A repeated key finds the client made before but not its secret, so it is refused. */
  async create(
    actor: Actor,
    input: CreateApiClientInput,
  ): Promise<CreatedApiClient | InvalidInputError | RefusedError> {
    const name = input.name.trim();
    const problems = problemsOf(name, input.scopes).map(
      ({ path, key }) => new FieldProblem(path, key, integrationText(actor.request.language, key)),
    );
    if (problems.length > 0) return new InvalidInputError(say(actor, 'error.VALIDATION'), problems);
    const secrets: string[] = [];
    const { idempotencyKey } = input;
    const done = await this.transactions.run(
      { actor, operation: 'createApiClient', idempotencyKey, input },
      async (tx) => {
        const id = uuid();
        const secret = newSecret();
        secrets.push(secret);
        const now = this.clock.now();
        await tx.em.query(
          `INSERT INTO api_client (id, name, client_id, secret_hash, scopes, created_by, created_at, expires_at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
          [
            id,
            name,
            newClientId(),
            hashSecret(secret),
            JSON.stringify([...new Set(input.scopes)]),
            actor.id,
            now,
            new Date(now.getTime() + LIFE_MILLISECONDS),
          ],
        );
        tx.note({ scopes: input.scopes });
        return id;
      },
    );
    if (done instanceof UserError) return done;
    const secret = secrets.at(-1);
    const client = await this.byId(done);
    if (secret === undefined || !client) {
      const message = integrationText(actor.request.language, 'apiClient.secretShown');
      return new RefusedError('CONFLICT', message);
    }
    return new CreatedApiClient(new ApiClient(client), secret);
  }

  /** Takes effect on the next request, also for tokens given out before. */
  async revoke(actor: Actor, input: RevokeApiClientInput): Promise<ApiClient | RefusedError> {
    const { idempotencyKey, id } = input;
    const done = await this.transactions.run(
      { actor, operation: 'revokeApiClient', idempotencyKey, input },
      async (tx) => {
        const { affectedRows } = await tx.em.query<{ affectedRows: number }>(
          'UPDATE api_client SET revoked_at = COALESCE(revoked_at, ?) WHERE id = ?',
          [this.clock.now(), id],
        );
        return affectedRows === 1 ? id : refuse(actor, 'NOT_FOUND');
      },
    );
    if (done instanceof UserError) return done;
    const client = await this.byId(done);
    return client ? new ApiClient(client) : refuse(actor, 'NOT_FOUND');
  }

  byId(id: string): Promise<StoredApiClient | null> {
    return this.withId(id);
  }

  async byClientId(clientId: string): Promise<StoredApiClient | null> {
    return (await this.find('client_id = ?', [clientId])).at(0) ?? null;
  }

  /** Kept to the minute, so that a busy client does not write on every request. */
  async markUsed({ id, lastUsedAt }: StoredApiClient): Promise<void> {
    const now = this.clock.now();
    if (lastUsedAt && now.getTime() - lastUsedAt.getTime() < MINUTE_MILLISECONDS) return;
    await this.dataSource.query(
      'UPDATE api_client SET last_used_at = ? WHERE id = ? AND (last_used_at IS NULL OR last_used_at < ?)',
      [now, id, new Date(now.getTime() - MINUTE_MILLISECONDS)],
    );
  }

  private async find(condition: string, values: readonly unknown[]): Promise<StoredApiClient[]> {
    const rows = await this.dataSource.query<ClientRow[]>(`${CLIENT} WHERE ${condition}`, [
      ...values,
    ]);
    return rows.map(({ scopes, ...row }) => ({
      ...row,
      scopes: typeof scopes === 'string' ? (JSON.parse(scopes) as string[]) : scopes,
    }));
  }
}

function problemsOf(
  name: string,
  scopes: readonly string[],
): { path: string; key: IntegrationTextKey }[] {
  const hasScopes = scopes.length > 0 && scopes.every(isPartnerScope);
  return [
    ...(name.length >= 2 ? [] : [{ path: 'name', key: 'apiClient.name' as const }]),
    ...(hasScopes ? [] : [{ path: 'scopes', key: 'apiClient.scopes' as const }]),
  ];
}
