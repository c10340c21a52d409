import { ApplicationRef, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, RouterOutlet, type Routes, TitleStrategy } from '@angular/router';
import { beforeEach, describe, expect, it } from 'vitest';

import { sessionOf } from '../../../testing/session.js';
import { provideTexts } from '../../../testing/texts.js';
import { Session } from '../session/session.js';
import { AreaLayout } from './area-layout.js';
import type { NavEntry } from './area-links.js';
import { PageFocus } from './page-focus.js';
import { PageTitle } from './page-title.js';
import { ShellHeader } from './shell-header.js';
import { ThemeChoice } from './theme-choice.js';

@Component({ selector: 'app-test-page', template: `<h1>{{ '标题' }}</h1>` })
class TestPage {}

@Component({
  selector: 'app-test-root',
  imports: [RouterOutlet, ShellHeader],
  template: `<app-shell-header />
    <main><router-outlet /></main>`,
})
class TestRoot {}

const PAGES: Routes = [
  {
    path: '',
    component: TestPage,
    title: 'staff.landing.title',
    data: { nav: 'staff.landing.nav' } satisfies NavEntry,
  },
  {
    path: 'hidden',
    component: TestPage,
    data: { nav: 'app.logIn', roles: ['PLAN_CLERK'] } satisfies NavEntry,
  },
  {
    path: 'shown',
    component: TestPage,
    data: { nav: 'app.logOut', roles: ['REVIEWER'] } satisfies NavEntry,
  },
  { path: 'detail/:id', component: TestPage },
];

async function open(path: string) {
  TestBed.configureTestingModule({
    providers: [
      provideTexts(),
      provideRouter([
        { path: 'staff', component: AreaLayout, children: PAGES },
        { path: 'plain', component: TestPage, title: 'app.notFound.title' },
      ]),
      { provide: TitleStrategy, useExisting: PageTitle },
    ],
  });
  TestBed.inject(PageFocus);
  TestBed.inject(Session).begin(sessionOf('REVIEWER'));
  const fixture = TestBed.createComponent(TestRoot);
  document.body.append(fixture.nativeElement as HTMLElement);
  const go = async (to: string) => {
    await TestBed.inject(Router).navigateByUrl(to);
    await TestBed.inject(ApplicationRef).whenStable();
  };
  await go(path);
  return { page: fixture.nativeElement as HTMLElement, go };
}

describe('An area', () => {
  beforeEach(() => {
    localStorage.clear();
    document.body.replaceChildren();
  });

  it('draws its navigation from its own routes and the roles of the person', async () => {
    const { page } = await open('/staff/shown');
    const links = [...page.querySelectorAll('nav a')];
    expect(links.map((link) => link.textContent)).toEqual(['工作台', '退出登录']);
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['/staff', '/staff/shown']);
    expect(links.map((link) => link.getAttribute('aria-current'))).toEqual([null, 'page']);
  });
});

describe('The tools of the header on a phone', () => {
  it('come when asked for and leave with the page', async () => {
    const { page, go } = await open('/plain');
    const menu = page.querySelector<HTMLButtonElement>('button[aria-controls]');
    const tools = page.querySelector(`#${menu?.getAttribute('aria-controls') ?? ''}`);
    const press = async () => {
      menu?.click();
      await TestBed.inject(ApplicationRef).whenStable();
      return [menu?.getAttribute('aria-expanded'), tools?.classList.contains('open')];
    };
    expect(await press()).toEqual(['true', true]);
    expect(await press()).toEqual(['false', false]);
    expect(await press()).toEqual(['true', true]);
    await go('/staff');
    expect(menu?.getAttribute('aria-expanded')).toBe('false');
  });
});

describe('A new page', () => {
  beforeEach(() => {
    document.body.replaceChildren();
  });

  it('is named in the title, and says so when it has errors', async () => {
    const { go } = await open('/plain');
    expect(document.title).toBe('找不到此页面 - 特种设备检验检测人员资格服务');
    TestBed.inject(PageTitle).invalid.set(true);
    await TestBed.inject(ApplicationRef).whenStable();
    expect(document.title).toMatch(/^错误：找不到/);
    await go('/staff');
    expect(document.title).toBe('考试机构工作台 - 特种设备检验检测人员资格服务');
  });

  it('gets the focus on its heading, but not on the first visit', async () => {
    const { go, page } = await open('/plain');
    expect(document.activeElement).toBe(document.body);
    await go('/staff');
    expect(document.activeElement).toBe(page.querySelector('h1'));
  });
});

describe('The colours', () => {
  it('follow the choice and are remembered, the default is not', async () => {
    localStorage.clear();
    const theme = TestBed.inject(ThemeChoice);
    theme.current.set('dark');
    await TestBed.inject(ApplicationRef).whenStable();
    expect(document.documentElement.classList).toContain('dark');
    expect(localStorage.getItem('kaopu.theme')).toBe('dark');
    theme.current.set('system');
    await TestBed.inject(ApplicationRef).whenStable();
    expect(document.documentElement.classList).not.toContain('dark');
    expect(localStorage.getItem('kaopu.theme')).toBeNull();
  });
});
