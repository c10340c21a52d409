import { addDays } from '@kaopu/domain';
import { Clock } from '../../../apps/api/src/platform/clock/clock.js';
import { encodeCursor } from '../../../apps/api/src/platform/graphql/page.js';
import type { SignedIn } from '../data/loader.js';
import type { World } from '../data/world.js';
import type { Tokens } from '../servers/tokens.js';
import {
  APPLICATION_PAGE,
  MY_APPLICATIONS,
  MY_APPLICATIONS_WITH_FILES,
  REVIEW_QUEUE,
  REVIEW_QUEUE_NO_TOTAL,
  SEARCH_MAJORS,
  VERIFY,
  VERIFY_MANY,
  wired,
} from './documents.js';
import { isKaopu, type Kind } from './kind.js';
import { graphql, type Operation, type RequestMaker } from './operation.js';

const EVERYBODY: readonly Kind[] = ['floor', 'stock', 'kaopu'];
const MAJORS = ['焊接', '材料', 'jixie', '化工', '测控', '能源', 'hj', '自动化'] as const;

function tokensOf(kind: Kind, people: readonly SignedIn[], tokens: Tokens): Promise<string[]> {
  return Promise.all(people.map((one) => tokens.of(kind, one)));
}

/** The same document asked by everybody in turn. */
function asked(
  operationName: string,
  query: string,
  who: (world: World) => readonly SignedIn[],
  variablesOf: (index: number) => object,
): Operation['prepare'] {
  return async (kind, world, tokens): Promise<RequestMaker> => {
    const bearers = await tokensOf(kind, who(world), tokens);
    const document = wired(kind, query);
    return (index) =>
      graphql('/graphql', bearers[index % bearers.length] ?? '', {
        ...document,
        operationName,
        variables: variablesOf(index),
      });
  };
}

const drivers = (world: World): readonly SignedIn[] => world.drivers;
const reviewers = (world: World): readonly SignedIn[] => world.reviewers;
const FIRST_PAGE = { tab: null, first: 20 };

/** A cursor about `days` ago: somewhere in the middle of the queue. */
const cursorAgo = (days: number): string =>
  encodeCursor({
    at: `${new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)} 00:00:00.000000`,
    id: '0',
  });

const queueVariables = (days: number): object => ({
  filter: { statuses: ['SUBMITTED'] },
  first: 20,
  after: cursorAgo(days),
});

/** A partner's question about one certificate, or about many; partners take turns, as each has its own limit. */
async function verification(
  kind: Kind,
  world: World,
  tokens: Tokens,
  many = 0,
): Promise<RequestMaker> {
  const bearers =
    kind === 'stock'
      ? [tokens.stock('partner')]
      : await Promise.all(world.clients.map((id) => tokens.ofPartner(id)));
  const today = new Clock().today();
  const claim = (index: number): object => ({
    ...world.certificate((index * 7919) % world.certificates),
    item: 'RT-II',
    from: today,
    to: addDays(today, 30),
  });
  return (index) => {
    const path = isKaopu(kind) ? '/integration/graphql' : '/graphql';
    const bearer = bearers[index % bearers.length] ?? '';
    if (!many) {
      const variables = { input: claim(index) };
      return graphql(path, bearer, { query: VERIFY, operationName: 'Verify', variables });
    }
    const inputs = Array.from({ length: many }, (_, more) => claim(index * many + more));
    const operationName = 'VerifyMany';
    return graphql(path, bearer, { query: VERIFY_MANY, operationName, variables: { inputs } });
  };
}

async function detail(kind: Kind, world: World, tokens: Tokens): Promise<RequestMaker> {
  const bearers = await tokensOf(kind, world.drivers, tokens);
  const ids = await Promise.all(
    world.drivers.map(async ({ accountId }) => {
      const [row] = await world.query<{ id: string }>(
        "SELECT id FROM application WHERE account_id = ? AND status = 'UNDER_REVIEW'",
        [accountId],
      );
      return row?.id ?? '';
    }),
  );
  return (index) =>
    graphql('/graphql', bearers[index % bearers.length] ?? '', {
      ...wired(kind, APPLICATION_PAGE),
      operationName: 'ApplicationPage',
      variables: { id: ids[index % ids.length] },
    });
}

export const READS: readonly Operation[] = [
  {
    name: 'my applications (20)',
    servers: EVERYBODY,
    comparable: true,
    prepare: asked('MyApplications', MY_APPLICATIONS, drivers, () => FIRST_PAGE),
  },
  {
    name: 'my applications with files (20)',
    servers: EVERYBODY,
    comparable: true,
    prepare: asked(
      'MyApplicationsWithFiles',
      MY_APPLICATIONS_WITH_FILES,
      drivers,
      () => FIRST_PAGE,
    ),
  },
  {
    name: 'verify a certificate',
    servers: EVERYBODY,
    comparable: true,
    prepare: (kind, world, tokens) => verification(kind, world, tokens),
  },
  {
    name: 'verify 100 certificates',
    servers: ['kaopu'],
    comparable: false,
    prepare: (kind, world, tokens) => verification(kind, world, tokens, 100),
  },
  {
    name: 'review list with total',
    servers: EVERYBODY,
    comparable: true,
    prepare: asked('ReviewQueue', REVIEW_QUEUE, reviewers, (index) =>
      queueVariables(100 + (index % 100)),
    ),
  },
  {
    name: 'review list without total',
    servers: EVERYBODY.filter((kind) => kind !== 'stock'),
    comparable: true,
    prepare: asked('ReviewQueueNoTotal', REVIEW_QUEUE_NO_TOTAL, reviewers, (index) =>
      queueVariables(100 + (index % 100)),
    ),
  },
  { name: 'application detail', servers: ['kaopu'], comparable: false, prepare: detail },
  {
    name: 'majors search',
    servers: ['floor', 'kaopu'],
    comparable: true,
    prepare: asked('SearchMajors', SEARCH_MAJORS, drivers, (index) => ({
      text: MAJORS[index % MAJORS.length],
      first: 20,
    })),
  },
];
