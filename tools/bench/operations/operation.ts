import type { WireRequest } from '../measure/http-load.js';
import type { World } from '../data/world.js';
import type { Tokens } from '../servers/tokens.js';
import type { Kind } from './kind.js';

/** A request and the bytes every server must answer it with. */
export type RequestMaker = (index: number) => WireRequest;

/** Something people do, as each server is asked for it. */
export interface Operation {
  readonly name: string;
  readonly servers: readonly Kind[];
  /** False when an answer names what the request made. */
  readonly comparable: boolean;
  /** A write that can be done once per prepared row: how many requests a round has. */
  readonly perRound?: number;
  prepare(kind: Kind, world: World, tokens: Tokens, requests: number): Promise<RequestMaker>;
}

/** A GraphQL request over HTTP. */
export function graphql(
  path: string,
  token: string,
  content: {
    readonly query?: string;
    readonly extensions?: object;
    readonly operationName: string;
    readonly variables: object;
  },
): WireRequest {
  return {
    method: 'POST',
    path,
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'accept-language': 'zh-CN',
    },
    body: JSON.stringify(content),
  };
}
