import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { APPLICATION_TYPES } from '@kaopu/domain';

import { DomainTextPipe } from '../../core/i18n/domain-text.js';
import { BackLink } from '../words/back-link.js';
import { slugOf, TRACKS } from './tracks.js';

/** 报名 step one: for which group of people (the three menus of the manual, ch. 5, 6, 7). */
@Component({
  selector: 'app-apply-page',
  imports: [BackLink, DomainTextPipe, RouterLink, TranslocoPipe],
  template: `
    <a appBack routerLink="/me">{{ 'candidate.back.home' | transloco }}</a>
    <h1>{{ 'candidate.apply.title' | transloco }}</h1>
    <p>{{ 'candidate.apply.lead' | transloco }}</p>
    <ul>
      @for (menu of menus; track menu.slug) {
        <li>
          <a [routerLink]="['/apply', menu.slug]">{{ 'applyMenu.' + menu.track | domainText }}</a>
          <p class="kp-muted">
            @for (type of menu.types; track type; let last = $last) {
              {{ 'registrationType.' + type | domainText }}{{ last ? '' : ' · ' }}
            }
          </p>
        </li>
      }
    </ul>
  `,
  styleUrl: './choices.scss',
  host: { class: 'kp-page' },
})
export class ApplyPage {
  protected readonly menus = TRACKS.map((track) => ({
    track,
    slug: slugOf(track),
    types: APPLICATION_TYPES.filter((type) => type.track === track).map(
      ({ registrationType }) => registrationType,
    ),
  }));
}
