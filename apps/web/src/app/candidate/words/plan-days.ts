import { inject, Pipe, type PipeTransform, Service } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { PlanPartsFragment } from '@kaopu/graphql';

type Days = Pick<PlanPartsFragment, 'examFrom' | 'examTo' | 'resultDue'>;

/** When a plan examines; a review batch has no exam but a day by which it is decided. */
@Service()
export class PlanDays {
  private readonly transloco = inject(TranslocoService);

  of({ examFrom, examTo, resultDue }: Days): string {
    if (examFrom !== null) {
      return this.transloco.translate('candidate.plan.exam', {
        from: examFrom,
        to: examTo ?? examFrom,
      });
    }
    return resultDue === null
      ? this.transloco.translate('candidate.plan.review')
      : this.transloco.translate('candidate.plan.reviewBy', { date: resultDue });
  }
}

/** `{{ plan | planDays }}` */
@Pipe({ name: 'planDays', pure: false })
export class PlanDaysPipe implements PipeTransform {
  private readonly planDays = inject(PlanDays);

  transform(plan: Days): string {
    return this.planDays.of(plan);
  }
}
