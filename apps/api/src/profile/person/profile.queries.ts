import { Injectable } from '@nestjs/common';
import { maskIdNumber, maskPhone } from '@kaopu/domain';
import { StoredFiles } from '../../attachments/stored-files.js';
import { Bodies } from '../../catalogue/bodies/bodies.js';
import type { Actor } from '../../platform/access/actor.js';
import { PersonReader } from './person-reader.js';
import { Profile } from './profile.type.js';

/** What candidates read about themselves. */
@Injectable()
export class ProfileQueries {
  constructor(
    private readonly reader: PersonReader,
    private readonly files: StoredFiles,
    private readonly bodies: Bodies,
  ) {}

  async mine({ id, request }: Actor): Promise<Profile> {
    const [person, { photoId, version }] = await Promise.all([
      this.reader.snapshot(id),
      this.reader.row(id),
    ]);
    return new Profile({
      ...person,
      idNumber: maskIdNumber(person.idNumber),
      phone: maskPhone(person.phone),
      divisionName: await this.bodies.divisionName(person.divisionCode, request.language),
      photoUrl: photoId && this.files.url(photoId, 'inline'),
      photo: photoId === null ? null : await this.files.photo(photoId, request.language),
      version,
    });
  }
}
