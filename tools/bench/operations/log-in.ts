import { randomUUID } from 'node:crypto';
import { print } from 'graphql';
import { LogInDocument } from '@kaopu/graphql';
import type { Settings } from '../../../apps/api/src/platform/config/settings.js';
import { FieldCipher } from '../../../apps/api/src/platform/crypto/field-cipher.js';
import { PASSWORD, type World } from '../data/world.js';
import type { RequestMaker } from './operation.js';

const ANSWER = 'BENCH';
const QUERY = print(LogInDocument);

/** Log-ins by password that all succeed, each once. */
export interface LogIns {
  readonly count: number;
  readonly maker: RequestMaker;
}

/** Each person has solved a picture and comes from an address of their own. */
export async function logIns(world: World, settings: Settings, count: number): Promise<LogIns> {
  const cipher = new FieldCipher(settings);
  const people = await world.strangers(count);
  const pictures = people.map(() => randomUUID());
  await world.query('INSERT INTO captcha (id, answer_index, expires_at) VALUES ?', [
    pictures.map((id) => [
      id,
      cipher.blindIndex('captcha', `${id}.${ANSWER}`),
      new Date(Date.now() + 600_000),
    ]),
  ]);
  return {
    count,
    maker: (index) => ({
      method: 'POST',
      path: '/graphql',
      headers: {
        'content-type': 'application/json',
        'x-forwarded-for': `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`,
      },
      body: JSON.stringify({
        query: QUERY,
        operationName: 'LogIn',
        variables: {
          input: {
            idNumber: people[index],
            password: PASSWORD,
            humanCheck: { captchaId: pictures[index], captchaText: ANSWER },
          },
        },
      }),
    }),
  };
}
