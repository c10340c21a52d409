import type { ApplicationStatus } from '@kaopu/domain';
import {
  Column,
  Entity,
  JoinColumn,
  ManyToOne,
  OneToMany,
  OneToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';

/** Kaopu's tables, mapped the way TypeORM's documentation maps tables: with relations. */

@Entity('institution')
export class Institution {
  @PrimaryColumn({ type: 'varchar' })
  code: string;
  @Column({ type: 'varchar' })
  name: string;
}

@Entity('authority')
export class Authority {
  @PrimaryColumn({ type: 'varchar' })
  code: string;
  @Column({ type: 'varchar' })
  name: string;
  @Column({ type: 'varchar' })
  level: 'NATIONAL' | 'PROVINCIAL';
}

@Entity('item')
export class Item {
  @PrimaryColumn({ type: 'varchar' })
  code: string;
  @Column({ type: 'varchar' })
  name: string;
  @Column({ type: 'varchar', name: 'name_en' })
  nameEn: string;
  @Column({ type: 'varchar' })
  track: string;
  @Column({ type: 'varchar', nullable: true })
  level: string | null;
  @Column({ type: 'varchar' })
  method: string;
  @Column({ type: 'varchar', name: 'issuing_level' })
  issuingLevel: 'NATIONAL' | 'PROVINCIAL';
}

@Entity('exam_plan')
export class Plan {
  @PrimaryColumn({ type: 'char', length: 36 })
  id: string;
  @Column({ type: 'varchar', name: 'plan_no' })
  planNo: string;
  @Column({ type: 'varchar' })
  name: string;
  @Column({ type: 'date', name: 'exam_from', nullable: true })
  examFrom: string | null;
  @Column({ type: 'date', name: 'exam_to', nullable: true })
  examTo: string | null;
  @Column({ type: 'int' })
  capacity: number;
  @Column({ type: 'int' })
  taken: number;
}

@Entity('account')
export class Account {
  @PrimaryColumn({ type: 'char', length: 36 })
  id: string;
  @Column({ type: 'varbinary', length: 500, name: 'name_enc' })
  nameEnc: Buffer;
  @Column({ type: 'varbinary', length: 255, name: 'id_number_enc', nullable: true })
  idNumberEnc: Buffer | null;
  @Column({ type: 'varchar', name: 'id_type', nullable: true })
  idType: string | null;
  @Column({ type: 'varchar', name: 'institution_code', nullable: true })
  institutionCode: string | null;
}

@Entity('stored_file')
export class StoredFile {
  @PrimaryColumn({ type: 'char', length: 36 })
  id: string;
  @Column({ type: 'varbinary', length: 600, name: 'original_name_enc' })
  nameEnc: Buffer;
  @Column({ type: 'int', name: 'byte_size' })
  byteSize: number;
  @Column({ type: 'varchar' })
  mime: string;
}

@Entity('application')
export class Application {
  @PrimaryColumn({ type: 'char', length: 36 })
  id: string;
  @Column({ type: 'varchar', nullable: true })
  number: string | null;
  @Column({ type: 'varchar' })
  type: string;
  @Column({ type: 'varchar' })
  status: ApplicationStatus;
  @Column({ type: 'int' })
  version: number;
  @Column({ type: 'int', name: 'data_version' })
  dataVersion: number;
  @Column({ type: 'int', name: 'signed_data_version', nullable: true })
  signedDataVersion: number | null;
  @Column({ type: 'varchar', name: 'signed_finding', nullable: true })
  signedFinding: string | null;
  @Column({ type: 'char', length: 36, name: 'account_id' })
  accountId: string;
  @Column({ type: 'varchar', name: 'institution_code', nullable: true })
  institutionCode: string | null;
  @Column({ type: 'char', length: 36, name: 'seat_plan_id', nullable: true })
  seatPlanId: string | null;
  @Column({ type: 'mediumblob', name: 'answers_enc' })
  answersEnc: Buffer;
  @Column({ type: 'mediumblob', name: 'submitted_answers_enc', nullable: true })
  submittedAnswersEnc: Buffer | null;
  @Column({ type: 'mediumblob', name: 'person_enc', nullable: true })
  personEnc: Buffer | null;
  @Column({ type: 'char', length: 64, name: 'content_hash', nullable: true })
  contentHash: string | null;
  @Column({ type: 'datetime', precision: 3, name: 'submitted_at', nullable: true })
  submittedAt: Date | null;
  @Column({ type: 'datetime', precision: 3, name: 'return_due_at', nullable: true })
  returnDueAt: Date | null;
  @Column({ type: 'datetime', precision: 3, name: 'created_at' })
  createdAt: Date;
  @Column({ type: 'datetime', precision: 3, name: 'updated_at' })
  updatedAt: Date;
  @ManyToOne(() => Item)
  @JoinColumn({ name: 'item_code', referencedColumnName: 'code' })
  item: Item;
  @ManyToOne(() => Plan, { nullable: true })
  @JoinColumn({ name: 'plan_id' })
  plan: Plan | null;
  @ManyToOne(() => Account)
  @JoinColumn({ name: 'account_id' })
  account: Account;
  @ManyToOne(() => Account, { nullable: true })
  @JoinColumn({ name: 'reviewer_id' })
  reviewer: Account | null;
  @OneToMany(() => Attachment, ({ application }) => application)
  attachments: Attachment[];
}

@Entity('attachment')
export class Attachment {
  @PrimaryColumn({ type: 'char', length: 36 })
  id: string;
  @Column({ type: 'varchar', name: 'slot_code' })
  slot: string;
  @Column({ type: 'int', name: 'version_no' })
  versionNo: number;
  @Column({ type: 'datetime', precision: 3, name: 'created_at' })
  uploadedAt: Date;
  @ManyToOne(() => Application, ({ attachments }) => attachments)
  @JoinColumn({ name: 'subject_id' })
  application: Relation<Application>;
  @ManyToOne(() => StoredFile)
  @JoinColumn({ name: 'file_id' })
  file: StoredFile;
}

@Entity('application_action')
export class ApplicationAction {
  @PrimaryColumn({ type: 'char', length: 36 })
  id: string;
  @Column({ type: 'char', length: 36, name: 'application_id' })
  applicationId: string;
  @Column({ type: 'varchar', name: 'actor_id' })
  actorId: string;
  @Column({ type: 'varchar' })
  action: string;
  @Column({ type: 'varchar', name: 'from_status' })
  fromStatus: string;
  @Column({ type: 'varchar', name: 'to_status' })
  toStatus: string;
  @Column({ type: 'varchar', name: 'request_id' })
  requestId: string;
  @Column({ type: 'varchar' })
  ip: string;
  @Column({ type: 'datetime', precision: 3 })
  at: Date;
}

@Entity('audit_log')
export class AuditEntry {
  @PrimaryColumn({ type: 'char', length: 36 })
  id: string;
  @Column({ type: 'datetime', precision: 3 })
  at: Date;
  @Column({ type: 'varchar', name: 'actor_kind' })
  actorKind: string;
  @Column({ type: 'varchar', name: 'actor_id' })
  actorId: string;
  @Column({ type: 'varchar' })
  operation: string;
  @Column({ type: 'varchar', name: 'subject_id' })
  subjectId: string;
  @Column({ type: 'json' })
  details: object;
  @Column({ type: 'varchar', name: 'request_id' })
  requestId: string;
  @Column({ type: 'varchar' })
  ip: string;
  @Column({ type: 'varchar', name: 'user_agent' })
  userAgent: string;
}

@Entity('outbox')
export class OutboxMessage {
  @PrimaryColumn({ type: 'char', length: 36 })
  id: string;
  @Column({ type: 'varchar' })
  topic: string;
  @Column({ type: 'json' })
  payload: object;
  @Column({ type: 'datetime', precision: 3, name: 'created_at' })
  createdAt: Date;
  @Column({ type: 'datetime', precision: 3, name: 'available_at' })
  availableAt: Date;
  @Column({ type: 'int' })
  attempts: number;
}

@Entity('certificate_item')
export class CertificateItem {
  @PrimaryColumn({ type: 'char', length: 36, name: 'certificate_id' })
  certificateId: string;
  @PrimaryColumn({ type: 'varchar', name: 'item_code' })
  code: string;
  @Column({ type: 'date', name: 'first_issue_date' })
  firstIssueDate: string;
  @Column({ type: 'date', name: 'approval_date' })
  approvalDate: string;
  @Column({ type: 'date', name: 'valid_from' })
  validFrom: string;
  @Column({ type: 'date', name: 'valid_to' })
  validTo: string;
  @Column({ type: 'varchar', nullable: true })
  restriction: string | null;
  @ManyToOne(() => Item)
  @JoinColumn({ name: 'item_code', referencedColumnName: 'code' })
  item: Item;
  @ManyToOne(() => Certificate, ({ items }) => items)
  @JoinColumn({ name: 'certificate_id' })
  certificate: Relation<Certificate>;
}

@Entity('certificate')
export class Certificate {
  @PrimaryColumn({ type: 'char', length: 36 })
  id: string;
  @Column({ type: 'varchar', name: 'certificate_no' })
  number: string;
  @Column({ type: 'char', length: 64, name: 'holder_name_index' })
  nameIndex: string;
  @Column({ type: 'blob', name: 'holder_enc' })
  holderEnc: Buffer;
  @Column({ type: 'varchar' })
  status: string;
  @Column({ type: 'datetime', precision: 3, name: 'issued_at' })
  issuedAt: Date;
  @ManyToOne(() => Authority)
  @JoinColumn({ name: 'authority_code' })
  authority: Authority;
  @ManyToOne(() => Institution, { nullable: true })
  @JoinColumn({ name: 'institution_code' })
  institution: Institution | null;
  @OneToOne(() => Certificate, { nullable: true })
  @JoinColumn({ name: 'superseded_by' })
  replacement: Relation<Certificate> | null;
  @OneToMany(() => CertificateItem, ({ certificate }) => certificate)
  items: CertificateItem[];
}

export const ENTITIES = [
  Institution,
  Authority,
  Item,
  Plan,
  Account,
  StoredFile,
  Application,
  Attachment,
  ApplicationAction,
  AuditEntry,
  OutboxMessage,
  CertificateItem,
  Certificate,
];
