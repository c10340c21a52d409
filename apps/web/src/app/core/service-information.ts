import { inject, Injector, Service, signal } from '@angular/core';
import type { ConfigurationQuery } from '@kaopu/graphql';

type ServiceConfiguration = ConfigurationQuery['configuration'];

/** Help phone, upload limit and the like, asked for once, after the first page is drawn. */
@Service()
export class ServiceInformation {
  private readonly injector = inject(Injector);
  private asked = false;
  private readonly answer = signal<ServiceConfiguration | undefined>(undefined);

  /** Undefined until the server has answered. */
  readonly configuration = this.answer.asReadonly();

  /** Brings the connection's code with it, so call it when the browser is idle. Failing is quiet: nothing depends on it. */
  async load(): Promise<void> {
    if (this.asked) {
      return;
    }
    this.asked = true;
    try {
      const { requestConfiguration } = await import('./request-configuration.js');
      this.answer.set(await requestConfiguration(this.injector));
    } catch {
      // The header then shows no phone number; the next page load asks again.
      this.asked = false;
    }
  }
}
