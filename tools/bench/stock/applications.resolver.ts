import { UseGuards } from '@nestjs/common';
import { Args, Context, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { InjectRepository } from '@nestjs/typeorm';
import {
  allowedActions,
  applicationType,
  daysBetween,
  isBlank,
  maskIdNumber,
  nextStep,
  renderText,
  shanghaiDate,
  statusLine,
  text,
} from '@kaopu/domain';
import { MoreThan, Not, Repository } from 'typeorm';
import { decodeCursor, encodeCursor } from '../../../apps/api/src/platform/graphql/page.js';
import { GraphqlAuthGuard, type Signed } from './auth.guard.js';
import { Cells } from './cells.js';
import { Account, Application } from './entities.js';
import {
  ApplicationType,
  ConnectionType,
  FlagsType,
  MyApplicationsArgs,
  ReviewQueueArgs,
  SignedFormType,
  SlotStateType,
} from './types.js';

interface Facts {
  readonly signedFormMissing: boolean;
  readonly signedFormStale: boolean;
  readonly unjudgedItems: number;
  readonly candidateChoosesPlan: boolean;
}

const RELATIONS = { plan: true, item: true, attachments: { file: true } } as const;

@Resolver(() => ApplicationType)
@UseGuards(GraphqlAuthGuard)
export class ApplicationsResolver {
  private readonly known = new WeakMap<Application, Facts>();

  constructor(
    @InjectRepository(Application) private readonly applications: Repository<Application>,
    @InjectRepository(Account) private readonly accounts: Repository<Account>,
    private readonly cells: Cells,
  ) {}

  @Query(() => ConnectionType)
  async myApplications(
    @Context() { req }: Signed,
    @Args() { first }: MyApplicationsArgs,
  ): Promise<ConnectionType> {
    const [rows, total] = await this.applications.findAndCount({
      where: { accountId: req.user.sub, status: Not('DELETED') },
      relations: RELATIONS,
      order: { createdAt: 'DESC', id: 'DESC' },
      take: first,
    });
    return connection(rows, total, rows.length < total, ({ createdAt }) => createdAt);
  }

  @Query(() => ConnectionType)
  async reviewQueue(
    @Context() { req }: Signed,
    @Args() { first, after }: ReviewQueueArgs,
  ): Promise<ConnectionType> {
    const me = await this.accounts.findOneByOrFail({ id: req.user.sub });
    const desk = { institutionCode: me.institutionCode ?? '', status: 'SUBMITTED' as const };
    const total = await this.applications.countBy(desk);
    const at = after ? decodeCursor(after) : null;
    const instant = new Date(`${at?.at.replace(' ', 'T') ?? ''}Z`);
    const rows = await this.applications.find({
      where: at
        ? [
            { ...desk, submittedAt: MoreThan(instant) },
            { ...desk, submittedAt: instant, id: MoreThan(at.id) },
          ]
        : desk,
      relations: { ...RELATIONS, reviewer: true },
      order: { submittedAt: 'ASC', id: 'ASC' },
      take: first + 1,
    });
    const page = rows.slice(0, first);
    return connection(page, total, rows.length > first, (row) => row.submittedAt ?? row.createdAt);
  }

  @ResolveField(() => String)
  registrationType(@Parent() { type }: Application): string {
    return applicationType(type).registrationType;
  }

  @ResolveField(() => String)
  statusLine(@Parent() row: Application, @Context() { req }: Signed): string {
    return renderText(
      'zh-CN',
      statusLine(applicationType(row.type), row.status, this.facts(row, req.user.sub)),
    );
  }

  @ResolveField(() => String)
  nextStep(@Parent() row: Application, @Context() { req }: Signed): string {
    const role = row.accountId === req.user.sub ? 'CANDIDATE' : 'REVIEWER';
    return renderText(
      'zh-CN',
      nextStep(applicationType(row.type), row.status, role, this.facts(row, req.user.sub)),
    );
  }

  @ResolveField(() => [String])
  allowedActions(@Parent() row: Application, @Context() { req }: Signed): readonly string[] {
    const isOwner = row.accountId === req.user.sub;
    const actor = {
      id: req.user.sub,
      roles: [isOwner ? 'CANDIDATE' : 'REVIEWER'] as const,
      isOwner,
    };
    const type = applicationType(row.type);
    return allowedActions({ type, state: row.status, actor, flags: this.facts(row, actor.id) });
  }

  @ResolveField(() => FlagsType)
  flags(@Parent() row: Application, @Context() { req }: Signed): FlagsType {
    return {
      ...this.facts(row, req.user.sub),
      returnOpen: row.status === 'RETURNED',
      // As at the floor: the type that is loaded asks for neither.
      heldItemsDiffer: false,
      resultsFromElsewhere: false,
    };
  }

  @ResolveField(() => SignedFormType, { nullable: true })
  signedForm(@Parent() row: Application, @Context() { req }: Signed): SignedFormType | null {
    if (!row.attachments.some(({ slot }) => slot === 'FORM_SIGNED')) return null;
    const { signedFormStale } = this.facts(row, req.user.sub);
    const finding = signedFormStale ? 'OLDER' : (row.signedFinding ?? 'UNREADABLE');
    const side = row.accountId === req.user.sub ? 'owner' : 'staff';
    return { finding, message: text('zh-CN', `signedForm.${finding}.${side}`, {}) };
  }

  @ResolveField(() => [SlotStateType])
  slots(@Parent() { attachments, type }: Application): SlotStateType[] {
    return applicationType(type)
      .slots.filter(({ code }) => code !== 'LOWER_CERT')
      .map(({ code }) => {
        const found = attachments.find(({ slot }) => slot === code);
        if (!found) return { attachment: null };
        const { file, id, slot, versionNo, uploadedAt } = found;
        const { byteSize, mime: mimeType } = file;
        const fileName = this.cells.fileName(file);
        return { attachment: { id, slot, fileName, byteSize, mimeType, versionNo, uploadedAt } };
      });
  }

  @ResolveField(() => String, { nullable: true })
  applicantName(@Parent() row: Application): string | null {
    return row.personEnc && this.cells.cases.person(row.id, row.personEnc).name;
  }

  @ResolveField(() => String, { nullable: true })
  applicantIdNumber(@Parent() row: Application): string | null {
    return row.personEnc && maskIdNumber(this.cells.cases.person(row.id, row.personEnc).idNumber);
  }

  @ResolveField(() => Int, { nullable: true })
  waitingDays(@Parent() { submittedAt }: Application): number | null {
    return submittedAt && daysBetween(shanghaiDate(submittedAt), shanghaiDate(new Date()));
  }

  @ResolveField(() => String, { nullable: true })
  reviewerName(@Parent() { reviewer }: Application): string | null {
    return reviewer && this.cells.accounts.open(reviewer.id, 'name_enc', reviewer.nameEnc);
  }

  private facts(row: Application, accountId: string): Facts {
    const known = this.known.get(row);
    if (known) return known;
    const hasForm = row.attachments.some(({ slot }) => slot === 'FORM_SIGNED');
    const isOwn = row.accountId === accountId;
    const facts = {
      signedFormMissing: row.number !== null && !hasForm,
      signedFormStale: hasForm && row.signedDataVersion !== row.dataVersion,
      unjudgedItems: isOwn ? 0 : this.unjudged(row),
      candidateChoosesPlan: applicationType(row.type).planChoice !== 'BY_STAFF',
    };
    this.known.set(row, facts);
    return facts;
  }

  private unjudged({ id, submittedAnswersEnc, attachments }: Application): number {
    const answers = submittedAnswersEnc
      ? this.cells.cases.answers(id, 'submitted_answers_enc', submittedAnswersEnc)
      : {};
    return attachments.length + Object.values(answers).filter((value) => !isBlank(value)).length;
  }
}

/** TypeORM reads instants to the millisecond; Kaopu's cursors name microseconds. */
function connection(
  rows: readonly Application[],
  total: number,
  hasNextPage: boolean,
  atOf: (row: Application) => Date,
): ConnectionType {
  const edges = rows.map((node) => ({
    cursor: encodeCursor({
      at: `${atOf(node).toISOString().slice(0, 23).replace('T', ' ')}000`,
      id: node.id,
    }),
    node,
  }));
  return {
    totalCount: Math.min(total, 1000),
    totalCapped: total > 1000,
    pageInfo: { endCursor: edges.at(-1)?.cursor ?? null, hasNextPage },
    edges,
  };
}
