import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SlotRequirementPartsFragment } from '@kaopu/graphql';
import { StatusChip } from '@kaopu/web-ui';

import { declarationOf, isNotNeeded } from '../application/application-data.js';

const MEGABYTE = 1024 * 1024;

/** The papers this person will need, computed before anything is uploaded, with their red remarks. */
@Component({
  selector: 'app-document-list',
  imports: [StatusChip, TranslocoPipe],
  template: `
    <ul>
      @for (paper of papers(); track paper.slot) {
        <li>
          <p class="head">
            <strong>{{ paper.name }}</strong>
            <kp-status-chip [text]="paper.needKey | transloco" />
          </p>
          @if (paper.reason) {
            <p>{{ paper.reason }}</p>
          }
          @if (paper.redRemark && !paper.notNeeded) {
            <p class="kp-remark">{{ paper.redRemark }}</p>
          }
          @if (!paper.notNeeded) {
            <p class="kp-muted">
              {{
                'candidate.materials.limits'
                  | transloco: { types: paper.types, megabytes: paper.megabytes }
              }}
            </p>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }

    li {
      padding-block: 12px;
      border-block-end: 1px solid var(--mat-sys-outline-variant);
    }

    p {
      margin: 0 0 4px;
    }

    .head {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 12px;
      align-items: center;
    }
  `,
})
export class DocumentList {
  readonly type = input.required<string>();
  readonly slots = input.required<readonly SlotRequirementPartsFragment[]>();

  protected readonly papers = computed(() => {
    const declaration = declarationOf(this.type());
    return this.slots().map((slot) => {
      const notNeeded = isNotNeeded(declaration, slot);
      return {
        ...slot,
        notNeeded,
        needKey: `candidate.materials.${needOf(slot, notNeeded)}`,
        types: slot.extensions.join('、').toUpperCase(),
        megabytes: Math.round(slot.maxBytes / MEGABYTE),
      };
    });
  });
}

function needOf(
  { required, afterSubmission }: SlotRequirementPartsFragment,
  notNeeded: boolean,
): string {
  if (notNeeded) {
    return 'notNeeded';
  }
  if (afterSubmission) {
    return 'afterSubmission';
  }
  return required ? 'required' : 'optional';
}
