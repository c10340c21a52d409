import { Component, inject } from '@angular/core';
import { ActivatedRoute, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';

import { areaLinks } from './area-links.js';

/** An area's frame: the navigation made from its own routes, and the page. */
@Component({
  selector: 'app-area-layout',
  imports: [RouterLink, RouterLinkActive, RouterOutlet, TranslocoPipe],
  templateUrl: './area-layout.html',
  styleUrl: './area-layout.scss',
})
export class AreaLayout {
  protected readonly links = areaLinks(inject(ActivatedRoute).routeConfig);
}
