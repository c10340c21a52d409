import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';

const SERVICES = [
  {
    title: 'public.home.initial.title',
    who: 'public.home.initial.who',
    papers: 'public.home.initial.papers',
    time: 'public.home.initial.time',
  },
  {
    title: 'public.home.renewal.title',
    who: 'public.home.renewal.who',
    papers: 'public.home.renewal.papers',
    time: 'public.home.renewal.time',
  },
  {
    title: 'public.home.resit.title',
    who: 'public.home.resit.who',
    papers: 'public.home.resit.papers',
    time: 'public.home.resit.time',
  },
  {
    title: 'public.home.certificate.title',
    who: 'public.home.certificate.who',
    papers: 'public.home.certificate.papers',
    time: 'public.home.certificate.time',
  },
] as const;

const STEPS = [
  'public.home.steps.register',
  'public.home.steps.apply',
  'public.home.steps.sign',
  'public.home.steps.review',
  'public.home.steps.certificate',
] as const;

/** The start page: what can be done here, what it needs and how long it takes, before anybody begins. */
@Component({
  selector: 'app-home-page',
  imports: [RouterLink, TranslocoPipe],
  templateUrl: './home-page.html',
  styleUrl: './home-page.scss',
})
export class HomePage {
  protected readonly services = SERVICES;
  protected readonly steps = STEPS;
}
