import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import type { RequestContext } from '../graphql/request-context.js';
import { accident } from '../graphql/accident.js';
import type { Actor } from './actor.js';
import { ALLOW, type Audience } from './allow.js';

/** Deny by default: every GraphQL operation is weighed against its `@Allow`. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType<GqlContextType>() !== 'graphql') return true;
    const info = GqlExecutionContext.create(context).getInfo<{ parentType: { name: string } }>();
    if (!['Query', 'Mutation', 'Subscription'].includes(info.parentType.name)) return true;
    const audience = this.reflector.get<readonly Audience[] | undefined>(
      ALLOW,
      context.getHandler(),
    );
    const { actor } = GqlExecutionContext.create(context).getContext<RequestContext>();
    if (audience && isAllowed(audience, actor)) return true;
    throw accident(actor.kind === 'anonymous' ? 'UNAUTHENTICATED' : 'FORBIDDEN');
  }
}

export function isAllowed(audience: readonly Audience[], actor: Actor): boolean {
  return audience.some(
    (one) =>
      one === 'PUBLIC' ||
      (one === 'SIGNED_IN' ? actor.kind === 'account' : actor.roles.includes(one)),
  );
}
