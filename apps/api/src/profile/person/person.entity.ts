import { Column, Entity } from 'typeorm';
import type { Degree, Education, LocalDate, MajorType, Sex, Title } from '@kaopu/domain';
import {
  IdColumn,
  InstantColumn,
  RefColumn,
  RowVersionColumn,
} from '../../platform/database/columns.js';

/**
 * What a candidate says about themselves, beside the identity the account holds. One row per
 * account, under the account's id. What points to one person is encrypted.
 */
@Entity('person')
export class PersonEntity {
  @IdColumn()
  readonly id: string;

  @Column({ type: 'varbinary', length: 255, name: 'birth_date_enc' })
  readonly birthDateEnc: Buffer;

  @Column({ type: 'varchar', length: 8 })
  readonly sex: Sex;

  @Column({ type: 'varbinary', length: 255, name: 'phone_enc' })
  readonly phoneEnc: Buffer;

  @Column({
    type: 'char',
    length: 64,
    charset: 'ascii',
    collation: 'ascii_bin',
    name: 'phone_index',
  })
  readonly phoneIndex: string;

  @Column({ type: 'varbinary', length: 600, name: 'email_enc', nullable: true })
  readonly emailEnc: Buffer | null;

  @Column({ type: 'varchar', length: 32 })
  readonly education: Education;

  @Column({ type: 'varchar', length: 32, nullable: true })
  readonly degree: Degree | null;

  @Column({ type: 'varchar', length: 100 })
  readonly school: string;

  @Column({ type: 'date', name: 'graduation_date' })
  readonly graduationDate: LocalDate;

  @Column({ type: 'varchar', length: 16, name: 'major_type' })
  readonly majorType: MajorType;

  @Column({ type: 'varchar', length: 100 })
  readonly major: string;

  @Column({ type: 'varchar', length: 8, name: 'major_catalogue', nullable: true })
  readonly majorCatalogue: string | null;

  @Column({ type: 'varchar', length: 40, name: 'major_code', nullable: true })
  readonly majorCode: string | null;

  @Column({ type: 'varchar', length: 32, nullable: true })
  readonly title: Title | null;

  @Column({ type: 'varbinary', length: 600, name: 'employer_enc' })
  readonly employerEnc: Buffer;

  @Column({ type: 'varchar', length: 32, name: 'employer_type', nullable: true })
  readonly employerType: string | null;

  @Column({ type: 'varbinary', length: 1000, name: 'employer_address_enc', nullable: true })
  readonly employerAddressEnc: Buffer | null;

  @Column({ type: 'varchar', length: 6, name: 'division_code' })
  readonly divisionCode: string;

  @Column({ type: 'varbinary', length: 1000, name: 'postal_address_enc' })
  readonly postalAddressEnc: Buffer;

  @Column({ type: 'varchar', length: 6, nullable: true })
  readonly postcode: string | null;

  @Column({ type: 'int', unsigned: true, name: 'work_years' })
  readonly workYears: number;

  @RefColumn('photo_id', { nullable: true })
  readonly photoId: string | null;

  @InstantColumn('created_at')
  readonly createdAt: Date;

  @InstantColumn('updated_at')
  readonly updatedAt: Date;

  @RowVersionColumn()
  readonly version: number;
}

/** That somebody agreed, to what and when (PIPL Art. 14, 29); never changed, only added to. */
@Entity('consent')
export class ConsentEntity {
  @IdColumn()
  readonly id: string;

  @RefColumn('account_id')
  readonly accountId: string;

  @Column({ type: 'varchar', length: 32 })
  readonly purpose: 'PRIVACY_NOTICE' | 'PHOTO' | 'TRUTH_DECLARATION';

  @Column({ type: 'varchar', length: 32, name: 'notice_version' })
  readonly noticeVersion: string;

  @InstantColumn('given_at')
  readonly givenAt: Date;
}
