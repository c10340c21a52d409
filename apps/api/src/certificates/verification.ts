import { Injectable } from '@nestjs/common';
import { maskName } from '@kaopu/domain';
import { DataSource } from 'typeorm';
import { HumanCheck } from '../auth/human-check/human-check.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { FieldCipher } from '../platform/crypto/field-cipher.js';
import { AuditLog } from '../platform/database/audit-log.js';
import { batched } from '../platform/database/batched.js';
import { accident } from '../platform/graphql/accident.js';
import { RefusedError, type RateLimitedError } from '../platform/graphql/user-error.js';
import { rateLimited, refuse } from '../platform/i18n/refuse.js';
import { RateLimits, type Budget } from '../platform/limits/rate-limits.js';
import { CertificateCells } from './certificate-cells.js';
import { CERTIFICATE, CertificateReader, type StoredCertificate } from './certificate-reader.js';
import { certificateText } from './certificate-texts.js';
import { PublicCertificate, type Certificate } from './certificate.type.js';
import { canonicalCertificateNo } from './holder.js';
import type { VerifyPublicInput } from './verify-public.input.js';

const CODES_PER_ADDRESS: Budget = { name: 'verify.code', points: 120, seconds: 60 };
const NAMES_PER_ADDRESS: Budget = { name: 'verify.name.ip', points: 60, seconds: 600 };
/** Against guessing the name that belongs to one number, from however many addresses. */
const NAMES_PER_NUMBER: Budget = { name: 'verify.name.number', points: 30, seconds: 3600 };

/** A number as we write it and the keyed hash of the name that should belong to it. */
interface NamedNumber {
  readonly number: string;
  readonly nameIndex: string;
}

/** Public verification (社会查询, experience.md §3.5): masked, limited, nothing to enumerate by. */
@Injectable()
export class Verification {
  private readonly named = batched((keys: readonly NamedNumber[]) => this.findNamed(keys));

  constructor(
    private readonly dataSource: DataSource,
    private readonly reader: CertificateReader,
    private readonly cells: CertificateCells,
    private readonly cipher: FieldCipher,
    private readonly limits: RateLimits,
    private readonly humanCheck: HumanCheck,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * The certificate whose QR code somebody has scanned; null for a code nobody was given.
   *
   * @throws RATE_LIMITED for a flood from one address.
   */
  async byCode(actor: Actor, code: string): Promise<PublicCertificate | null> {
    if ((await this.limits.use(CODES_PER_ADDRESS, actor.request.ip)) > 0) {
      throw accident('RATE_LIMITED');
    }
    return this.publish(await this.find('c.verify_code = ?', [code.slice(0, 64)]), actor);
  }

  /** A wrong name and an unknown number get the same answer by the same path (goal G41). */
  async byNumberAndName(
    actor: Actor,
    { number, name, humanCheck }: VerifyPublicInput,
  ): Promise<PublicCertificate | RefusedError | RateLimitedError> {
    if (!(await this.humanCheck.verify(humanCheck))) return refuse(actor, 'CAPTCHA_INVALID');
    const canonical = canonicalCertificateNo(number);
    const numberKey = this.cipher.blindIndex('verify.number', canonical);
    const wait = Math.max(
      await this.limits.use(NAMES_PER_ADDRESS, actor.request.ip),
      await this.limits.use(NAMES_PER_NUMBER, numberKey),
    );
    if (wait > 0) return rateLimited(actor, wait);
    const [row = null] = await this.byNumbers([{ number: canonical, name }]);
    const details = { found: row !== null };
    await this.audit.record(actor, 'verifyPublic', { subjectId: row?.id ?? 'none', details });
    const found = await this.publish(row, actor);
    return (
      found ??
      new RefusedError('NOT_FOUND', certificateText(actor.request.language, 'verify.notFound'))
    );
  }

  /**
   * In the order asked, null for one that is not there; for the partner interface too. Looked up by
   * number and keyed hash of the name together, so that the time tells nothing.
   */
  async byNumbers(
    asked: readonly { readonly number: string; readonly name: string }[],
  ): Promise<(StoredCertificate | null)[]> {
    return Promise.all(
      asked.map(({ number, name }) =>
        this.named({
          number: canonicalCertificateNo(number).slice(0, 40),
          nameIndex: this.cells.nameIndex(name),
        }),
      ),
    );
  }

  private async findNamed(keys: readonly NamedNumber[]): Promise<(StoredCertificate | null)[]> {
    const rows = await this.dataSource.query<StoredCertificate[]>(
      `${CERTIFICATE} WHERE ${keys.map(() => '(c.certificate_no = ? AND c.holder_name_index = ?)').join(' OR ')}`,
      keys.flatMap(({ number, nameIndex }) => [number, nameIndex]),
    );
    const byNumber = new Map(rows.map((row) => [row.number, row]));
    return keys.map(({ number, nameIndex }) => {
      const row = byNumber.get(number);
      return row?.nameIndex === nameIndex ? row : null;
    });
  }

  private async find(
    condition: string,
    values: readonly string[],
  ): Promise<StoredCertificate | null> {
    const [row] = await this.dataSource.query<StoredCertificate[]>(
      `${CERTIFICATE} WHERE ${condition}`,
      [...values],
    );
    return row ?? null;
  }

  private async publish(
    row: StoredCertificate | null,
    actor: Actor,
  ): Promise<PublicCertificate | null> {
    if (!row) return null;
    const [certificate] = await this.reader.complete([row], actor.request.language);
    return certificate ? masked(certificate, this.clock.now()) : null;
  }
}

function masked(certificate: Certificate, checkedAt: Date): PublicCertificate {
  const { number, holderName, status, statusSince, authority, issuedAt, items, replacedBy } =
    certificate;
  return new PublicCertificate({
    number,
    holderName: maskName(holderName),
    status,
    statusSince,
    authority: authority.name,
    issuedAt,
    items,
    replacedAs: replacedBy?.purpose ?? null,
    checkedAt,
  });
}
