import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What reached the gateway. */
export interface GatewayCall {
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** How the gateway behaves: an answer, or what it does to the connection. */
export type GatewayMode =
  | { readonly status: number; readonly json: unknown }
  /** Takes the request and hangs up without an answer. */
  | 'HANG_UP';

/** A provider on this machine, for tests: notes every call and answers as it is told. */
export class SmsGateway {
  readonly calls: GatewayCall[] = [];
  mode: GatewayMode = { status: 200, json: {} };
  /** Called while the caller waits for its answer. */
  whileAsked: (() => Promise<void>) | null = null;

  private constructor(private readonly server: Server) {
    server.on('request', (request, response) => void this.answer(request, response));
  }

  static async start(): Promise<SmsGateway> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new SmsGateway(server);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    this.calls.push({
      url: request.url ?? '',
      headers: request.headers,
      body: Buffer.concat(parts).toString('utf8'),
    });
    await this.whileAsked?.();
    if (this.mode === 'HANG_UP') {
      request.socket.destroy();
      return;
    }
    response.writeHead(this.mode.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(this.mode.json));
  }
}
