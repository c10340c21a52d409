import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import type { RequestContext } from '../platform/graphql/request-context.js';
import { IssueBatches } from './issue-batches.js';
import type { IssueLine } from './issue-line.type.js';

/** Lines of all batches one request shows, read together. */
@Injectable()
export class IssueLineLoader {
  private readonly loaders = new WeakMap<RequestContext, DataLoader<string, IssueLine[]>>();

  constructor(private readonly batches: IssueBatches) {}

  load(context: RequestContext, batchId: string): Promise<IssueLine[]> {
    let loader = this.loaders.get(context);
    if (!loader) {
      loader = new DataLoader((ids) => this.batches.linesOf(context.actor, ids));
      this.loaders.set(context, loader);
    }
    return loader.load(batchId);
  }
}
