import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ApplicationAction, ApplicationStatus, PlanChoice as PlanChooser } from '@kaopu/domain';
import { Attachment } from '../../attachments/attachment.type.js';
import { TargetKind } from '../../catalogue/dictionaries/target-kind.js';
import { Item } from '../../catalogue/items/item.type.js';
import { Plan } from '../../exams/exam-plan.type.js';
import { Role } from '../../platform/access/actor.js';
import { JsonScalar, LocalDateScalar } from '../../platform/graphql/scalars.js';
import { PageInfo } from '../../platform/graphql/page.js';
import { SlotRequirement } from '../applying/eligibility.type.js';
import { SignedFormFinding } from '../forms/signed-form.js';

@ObjectType({ description: 'What the reviewer said about one field or file.' })
export class Verdict {
  @Field(() => TargetKind)
  readonly targetKind: TargetKind;

  @Field(() => String)
  readonly target: string;

  @Field(() => Boolean)
  readonly ok: boolean;

  @Field(() => String, { nullable: true, description: 'Null when the target is right.' })
  readonly reasonCode: string | null;

  @Field(() => String, { nullable: true, description: 'Null when the target is right.' })
  readonly reasonText: string | null;

  @Field(() => String, { nullable: true, description: 'Null when the reviewer added nothing.' })
  readonly note: string | null;

  @Field(() => Boolean, { description: 'The target was changed after this was said.' })
  readonly stale: boolean;
}

@ObjectType()
export class SlotState {
  @Field(() => SlotRequirement)
  readonly requirement: SlotRequirement;

  @Field(() => Attachment, { nullable: true, description: 'Null while nothing is uploaded.' })
  readonly attachment: Attachment | null;

  @Field(() => Verdict, { nullable: true, description: 'Null while nobody has judged it.' })
  readonly verdict: Verdict | null;

  @Field(() => Boolean)
  readonly writable: boolean;
}

@ObjectType()
export class TimelineEntry {
  @Field(() => ID)
  readonly id: string;

  @Field(() => ApplicationAction)
  readonly action: ApplicationAction;

  @Field(() => ApplicationStatus, { nullable: true, description: 'Null for the first entry.' })
  readonly from: ApplicationStatus | null;

  @Field(() => ApplicationStatus, { nullable: true, description: 'Null when nothing moved.' })
  readonly to: ApplicationStatus | null;

  @Field(() => Date)
  readonly at: Date;

  @Field(() => String, { description: 'The candidate’s name, or the office for staff.' })
  readonly actorName: string;

  @Field(() => Role, { nullable: true, description: 'Null for timers.' })
  readonly actorRole: Role | null;

  @Field(() => String, { nullable: true, description: 'Null when no reason was given.' })
  readonly reason: string | null;
}

@ObjectType({ description: 'A plan beside the answer whether it may be chosen.' })
export class PlanChoice {
  @Field(() => Plan)
  readonly plan: Plan;

  @Field(() => Boolean)
  readonly selectable: boolean;

  @Field(() => String, { nullable: true, description: 'Null when it may be chosen.' })
  readonly whyNot: string | null;
}

@ObjectType({ description: 'Why an action is not open to the caller now.' })
export class WhyNot {
  @Field(() => ApplicationAction)
  readonly action: ApplicationAction;

  @Field(() => String)
  readonly message: string;
}

@ObjectType({ description: 'Facts beside the status.' })
export class ApplicationFlags {
  @Field(() => Boolean)
  readonly signedFormMissing: boolean;

  @Field(() => Boolean, { description: 'The signed form shows older data than the application.' })
  readonly signedFormStale: boolean;

  @Field(() => Boolean)
  readonly returnOpen: boolean;

  @Field(() => Boolean, { description: 'A stated certificate is not what the register says.' })
  readonly heldItemsDiffer: boolean;

  @Field(() => Boolean, { description: 'A resit after an exam we have no results of.' })
  readonly resultsFromElsewhere: boolean;
}

registerEnumType(SignedFormFinding, {
  name: 'SignedFormFinding',
  description: 'Whether a signed form was printed from the application as it is.',
});

@ObjectType({ description: 'What the QR code on the signed form says, for both sides.' })
export class SignedFormNote {
  @Field(() => SignedFormFinding)
  readonly finding: SignedFormFinding;

  @Field(() => String, { description: 'The same as a sentence, with what to do.' })
  readonly message: string;

  constructor(finding: SignedFormFinding, message: string) {
    this.finding = finding;
    this.message = message;
  }
}

/** One filed case (申请). Fields without a property here are computed by application.resolver.ts. */
@ObjectType({ description: 'One filed case (申请).' })
export class Application {
  @Field(() => ID)
  readonly id: string;

  @Field(() => String, {
    nullable: true,
    description: 'Null until it is submitted; known from the start where the form is signed first.',
  })
  readonly number: string | null;

  @Field(() => String)
  readonly type: string;

  @Field(() => String)
  readonly registrationType: string;

  @Field(() => ApplicationStatus)
  readonly status: ApplicationStatus;

  @Field(() => Int)
  readonly version: number;

  @Field(() => Int, { description: 'Version of the printed content.' })
  readonly dataVersion: number;

  @Field(() => ApplicationFlags)
  readonly flags: ApplicationFlags;

  @Field(() => String, { description: 'One sentence: where it stands.' })
  readonly statusLine: string;

  @Field(() => String, { nullable: true, description: 'What the caller does next; null: nothing.' })
  readonly nextStep: string | null;

  @Field(() => Date)
  readonly createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'Null until it is submitted.' })
  readonly submittedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'Last moment to answer a return.' })
  readonly returnDueAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'Null unless its owner deleted it.' })
  readonly deletedAt: Date | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Last day on which the desk may restore it; null unless that is possible.',
  })
  readonly restorableUntil: string | null;

  @Field(() => Date)
  readonly updatedAt: Date;

  @Field(() => JsonScalar, {
    description: 'What the owner is typing; for everybody else the frozen submission.',
  })
  readonly answers: unknown;

  @Field(() => JsonScalar, { description: 'Live profile for a draft’s owner, else frozen.' })
  readonly person: unknown;

  @Field(() => [String])
  readonly writableFields: readonly string[];

  @Field(() => [Verdict])
  readonly verdicts: readonly Verdict[];

  @Field(() => [ApplicationAction])
  readonly allowedActions: readonly ApplicationAction[];

  @Field(() => [WhyNot])
  readonly whyNot: readonly WhyNot[];

  @Field(() => String, { nullable: true, description: 'Null until it is submitted.' })
  readonly formContentHash: string | null;

  @Field(() => SignedFormNote, {
    nullable: true,
    description: 'What the code on the signed form says; null while there is no form.',
  })
  readonly signedForm: SignedFormNote | null;

  @Field(() => String, { nullable: true, description: 'Staff only.' })
  readonly applicantName: string | null;

  @Field(() => String, { nullable: true, description: 'Staff only; masked.' })
  readonly applicantIdNumber: string | null;

  @Field(() => Int, { nullable: true, description: 'Days since submission while staff must act.' })
  readonly waitingDays: number | null;

  @Field(() => String, { nullable: true, description: 'Who has it open; staff only.' })
  readonly reviewerName: string | null;

  @Field(() => Item)
  readonly item: Item;

  @Field(() => Plan, { nullable: true, description: 'Null until one is chosen or assigned.' })
  readonly plan: Plan | null;

  @Field(() => PlanChooser, { description: 'By the rules of the day it was handed in.' })
  readonly planChosenBy: PlanChooser;
}

@ObjectType()
export class ApplicationEdge {
  @Field(() => String)
  readonly cursor: string;

  @Field(() => Application)
  readonly node: Application;
}

@ObjectType()
export class ApplicationConnection {
  @Field(() => [ApplicationEdge])
  readonly edges: readonly ApplicationEdge[];

  @Field(() => PageInfo)
  readonly pageInfo: PageInfo;

  /** Asked by application-connection.resolver.ts: a list is counted only when somebody wants to know. */
  readonly total: () => Promise<{ readonly count: number; readonly isCapped: boolean }>;
}
