import type { Injector } from '@angular/core';
import { ConfigurationDocument, type ConfigurationQuery } from '@kaopu/graphql';
import { firstValueFrom } from 'rxjs';

import { SHARED_APOLLO } from './graphql/connection.js';

/** The public settings of this installation. */
export async function requestConfiguration(
  injector: Injector,
): Promise<ConfigurationQuery['configuration'] | undefined> {
  const { data } = await firstValueFrom(
    injector.get(SHARED_APOLLO).query({ query: ConfigurationDocument }),
  );
  return data?.configuration;
}
