import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { StoredFiles } from '../../attachments/stored-files.js';
import { Accounts } from '../../auth/accounts/accounts.js';
import { Passwords } from '../../auth/logging-in/passwords.js';
import type { Role } from '../../platform/access/actor.js';
import { People } from '../person/people.js';
import type { PersonSnapshot } from '../person/person-snapshot.js';
import { PRIVACY_NOTICE_VERSION } from './consent-terms.js';

export interface SeededStaff {
  readonly loginName: string;
  readonly password: string;
  readonly roles: readonly Role[];
  readonly institutionCode: string | null;
  readonly authorityCode: string | null;
  /** Base32. */
  readonly totpSecret: string | null;
  readonly displayName: string;
}

export interface SeededCandidate {
  readonly person: PersonSnapshot;
  readonly password: string;
  /** JPEG or PNG as a candidate would send it; null for none. */
  readonly photo: Buffer | null;
}

/** Puts demo accounts in place; run twice, it changes nothing. Passwords are not judged. */
@Injectable()
export class AccountSeeder {
  constructor(
    private readonly dataSource: DataSource,
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly people: People,
    private readonly files: StoredFiles,
  ) {}

  /** @returns the account's id, whether it was there or not. */
  async ensureStaff(staff: SeededStaff): Promise<string> {
    const known = await this.accounts.staffByName(staff.loginName);
    if (known) return known.id;
    const passwordHash = await this.passwords.hash('STAFF', staff.password);
    return this.dataSource.transaction((em) =>
      this.accounts.createStaff(em, {
        logInName: staff.loginName,
        name: staff.displayName,
        passwordHash,
        roles: staff.roles,
        institutionCode: staff.institutionCode,
        authorityCode: staff.authorityCode,
        totpSecret: staff.totpSecret,
      }),
    );
  }

  /** @returns the account's id, whether it was there or not. @throws Error for a photo that is refused. */
  async ensureCandidate({ person, password, photo }: SeededCandidate): Promise<string> {
    const { idType, idNumber, idCountry } = person;
    const known = await this.accounts.idOfDocument(idType, idNumber, idCountry);
    if (known !== null) return known;
    const id = uuid();
    const photoId = photo && (await this.storedPhoto(id, photo));
    const passwordHash = await this.passwords.hash('CANDIDATE', password);
    await this.dataSource.transaction(async (em) => {
      const isNew = await this.people.create(em, {
        id,
        person,
        passwordHash,
        photoId,
        noticeVersion: PRIVACY_NOTICE_VERSION,
      });
      if (!isNew) throw new Error('Somebody else seeds the same candidate at this moment.');
      if (photoId !== null) await this.files.keep(em, photoId);
    });
    return id;
  }

  private async storedPhoto(ownerId: string, content: Buffer): Promise<string> {
    const stored = await this.files.store({
      purpose: 'PHOTO',
      ownerId,
      content,
      fileName: 'photo.jpg',
    });
    if (!stored.ok) throw new Error(`The photo is refused: ${stored.key}`);
    return stored.file.id;
  }
}
