import type { Params } from 'nestjs-pino';
import type { Settings } from '../config/settings.js';

/** JSON lines without personal data: no bodies, no variables, no cookies, no query strings. */
export function loggerOptions({ logLevel }: Settings): Params {
  return {
    pinoHttp: {
      level: logLevel,
      redact: ['req.headers', 'res.headers', 'err.parameters', 'err.driverError.sql', 'err.sql'],
      customLogLevel: (_request, response, error) =>
        error || response.statusCode >= 500 ? 'error' : 'debug',
      serializers: {
        req: (request: { id: unknown; method: unknown; url: unknown }) => ({
          id: request.id,
          method: request.method,
          path: typeof request.url === 'string' ? request.url.split('?')[0] : undefined,
        }),
      },
    },
  };
}
