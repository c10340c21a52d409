import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { batched } from '../../platform/database/batched.js';
import { CertificateReader } from '../certificate-reader.js';
import type { Certificate } from '../certificate.type.js';

interface Wanted {
  readonly id: string;
  readonly language: Actor['request']['language'];
}

/** The certificates of a list of changes, read together. The caller has decided that the actor may see them. */
@Injectable()
export class StandingCertificates {
  readonly of = batched((wanted: readonly Wanted[]) => this.find(wanted));

  constructor(private readonly reader: CertificateReader) {}

  private async find(wanted: readonly Wanted[]): Promise<Certificate[]> {
    const byLanguage = Map.groupBy(wanted, ({ language }) => language);
    const found = new Map(
      await Promise.all(
        [...byLanguage].map(async ([language, some]) => {
          const ids = [...new Set(some.map(({ id }) => id))];
          return [language, await this.reader.byIds(ids, language)] as const;
        }),
      ),
    );
    return wanted.map(({ id, language }) => {
      const certificate = found.get(language)?.get(id);
      if (!certificate) throw new Error(`Certificate ${id} is not in the register.`);
      return certificate;
    });
  }
}
