import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A mail as it was handed over. */
export interface ReceivedMail {
  readonly to: readonly string[];
  /** Head and body as they came over the wire. */
  readonly content: string;
}

const ANSWERS: Readonly<Record<string, string>> = {
  DATA: '354 go on',
  QUIT: '221 bye',
  STAR: '502 no TLS here',
};

/** A mail server on this machine, for tests: takes plain SMTP and answers the content as it is told. */
export class SmtpServer {
  readonly mails: ReceivedMail[] = [];
  /** What it answers once the content is there; null hangs up. */
  verdict: string | null = '250 2.0.0 queued';
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {
    server.on('connection', (socket) => this.serve(socket));
  }

  static async start(): Promise<SmtpServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
    return new SmtpServer(server);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    let pending = '';
    let content: string[] | null = null;
    let to: string[] = [];
    const say = (line: string): unknown => socket.write(`${line}\r\n`);
    const command = (line: string): void => {
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === 'RCPT') to.push(/<(.*)>/.exec(line)?.[1] ?? '');
      if (verb === 'DATA') content = [];
      say(ANSWERS[verb] ?? '250 ok');
    };
    const line = (text: string): void => {
      if (content === null) return command(text);
      if (text !== '.') return void content.push(text);
      this.mails.push({ to, content: content.join('\n') });
      content = null;
      to = [];
      if (this.verdict === null) socket.destroy();
      else say(this.verdict);
    };
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = `${pending}${chunk}`.split('\r\n');
      pending = lines.pop() ?? '';
      lines.forEach(line);
    });
    say('220 test ESMTP');
  }
}
