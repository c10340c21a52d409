import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ALLOW } from './allow.js';

const RESOLVER_TYPE = 'graphql:resolver_type';

/** Refuses to start while an operation has no `@Allow` (deny by default, promise P01). */
@Injectable()
export class AccessCheck implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  /** @throws Error naming every operation without a declaration. */
  onApplicationBootstrap(): void {
    const open = this.operations().filter(({ method }) => !this.reflector.get(ALLOW, method));
    if (open.length > 0) {
      throw new Error(`Operations without @Allow: ${open.map(({ name }) => name).join(', ')}`);
    }
  }

  /** Every query, mutation and subscription handler of the application. */
  private operations(): { name: string; method: (...args: unknown[]) => unknown }[] {
    return this.discovery.getProviders().flatMap(({ instance }) => {
      if (typeof instance !== 'object' || instance === null) return [];
      const prototype = Object.getPrototypeOf(instance) as Record<string, unknown> | null;
      if (!prototype) return [];
      return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
        const method = Object.getOwnPropertyDescriptor(prototype, name)?.value as unknown;
        if (typeof method !== 'function') return [];
        const kind: unknown = Reflect.getMetadata(RESOLVER_TYPE, method);
        const isOperation = kind === 'Query' || kind === 'Mutation' || kind === 'Subscription';
        return isOperation
          ? [
              {
                name: `${prototype.constructor.name}.${name}`,
                method: method as (...args: unknown[]) => unknown,
              },
            ]
          : [];
      });
    });
  }
}
