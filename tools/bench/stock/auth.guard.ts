import { Injectable, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { AuthGuard } from '@nestjs/passport';

/** The context of a request whose token was good. */
export interface Signed {
  readonly req: { readonly user: { readonly sub: string } };
}

@Injectable()
export class GraphqlAuthGuard extends AuthGuard('jwt') {
  override getRequest(context: ExecutionContext): unknown {
    return GqlExecutionContext.create(context).getContext<Signed>().req;
  }
}
