import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MajorEntity } from './major.entity.js';
import { CATALOGUES } from './major-rows.js';

/** Majors by key, for domains that store a chosen one. */
@Injectable()
export class Majors {
  constructor(private readonly dataSource: DataSource) {}

  /** The chosen major, or null when the pair names none that may be chosen. */
  byKey(catalogue: string, code: string): Promise<MajorEntity | null> {
    const known = CATALOGUES.find((name) => name === catalogue);
    if (!known) return Promise.resolve(null);
    return this.dataSource.manager.findOneBy(MajorEntity, {
      catalogue: known,
      code,
      selectable: true,
    });
  }
}
