import { UseGuards } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { InjectRepository } from '@nestjs/typeorm';
import { maskName } from '@kaopu/domain';
import { Repository } from 'typeorm';
import { checkClaim } from '../../../apps/api/src/integration/certificate-checks.js';
import { GraphqlAuthGuard } from './auth.guard.js';
import { Cells } from './cells.js';
import { Certificate } from './entities.js';
import { VerificationType, VerifyInput } from './types.js';

@Resolver(() => VerificationType)
@UseGuards(GraphqlAuthGuard)
export class CertificatesResolver {
  constructor(
    @InjectRepository(Certificate) private readonly certificates: Repository<Certificate>,
    private readonly cells: Cells,
  ) {}

  @Query(() => VerificationType)
  async verifyCertificate(@Args('input') input: VerifyInput): Promise<VerificationType> {
    const row = await this.certificates.findOneOrFail({
      where: {
        number: input.certificateNo,
        nameIndex: this.cells.certificates.nameIndex(input.name),
      },
      relations: { items: { item: true }, authority: true, institution: true, replacement: true },
    });
    const checks = checkClaim(
      { itemCode: input.item, from: input.from, to: input.to },
      {
        status: row.status,
        authorityCode: row.authority.code,
        authorityLevel: row.authority.level,
        items: row.items.map(({ code, item, validFrom, validTo }) => ({
          code,
          issuingLevel: item.issuingLevel,
          validFrom,
          validTo,
        })),
      },
    );
    return {
      result: checks.every(({ passed }) => passed) ? 'VALID' : 'INVALID',
      checks,
      certificate: {
        number: row.number,
        holderName: maskName(
          this.cells.certificates.holder('certificate', row.id, row.holderEnc).name,
        ),
        status: row.status,
        authority: row.authority.name,
        institution: row.institution?.name ?? null,
        issuedAt: row.issuedAt,
        replacedBy: row.replacement?.number ?? null,
        items: row.items.map(({ item, ...dates }) => ({ ...dates, name: item.name })),
      },
    };
  }
}
