import { Injectable } from '@nestjs/common';
import { accident } from '../../platform/graphql/accident.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { UploadSessions } from './upload-sessions.js';
import { UploadSessionWatch } from './upload-session-watch.js';
import type { UploadSession } from './upload-session.type.js';

/** Tells the desktop live what becomes of its code. */
@Injectable()
export class LiveUploads {
  constructor(
    private readonly sessions: UploadSessions,
    private readonly watch: UploadSessionWatch,
  ) {}

  /** @throws NOT_FOUND when the session is not the caller's; RATE_LIMITED for too many watchers. */
  async changes(
    context: RequestContext,
    id: string,
  ): Promise<AsyncGenerator<{ uploadSessionChanged: UploadSession }>> {
    await this.sessions.mine(context, id);
    if (this.watch.isCrowded(id)) throw accident('RATE_LIMITED');
    return this.views(id);
  }

  private async *views(id: string): AsyncGenerator<{ uploadSessionChanged: UploadSession }> {
    for await (const session of this.watch.changes(id)) {
      yield { uploadSessionChanged: await this.sessions.view(session) };
    }
  }
}
