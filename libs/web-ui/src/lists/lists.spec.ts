import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { describe, expect, it } from 'vitest';

import { provideKeysAsTexts } from '../testing/keys-as-texts.js';
import { SummaryList } from './summary-list.js';
import { type Task, TaskList } from './task-list.js';
import { Timeline } from './timeline.js';

function configure() {
  TestBed.configureTestingModule({ providers: [provideKeysAsTexts(), provideRouter([])] });
}

describe('A task list', () => {
  const tasks: readonly Task[] = [
    { id: 'item', title: '报名项目', status: 'done', link: '/a' },
    { id: 'papers', title: '上传材料', status: 'returned', link: '/b' },
    { id: 'plan', title: '考试计划', status: 'blocked', link: '/c' },
    { id: 'note', title: '备注', status: 'optional', link: '/d' },
  ];

  async function open() {
    configure();
    const fixture = TestBed.createComponent(TaskList);
    fixture.componentRef.setInput('tasks', tasks);
    await fixture.whenStable();
    return fixture.nativeElement as HTMLElement;
  }

  it('says the state of every task in words', async () => {
    const page = await open();
    expect([...page.querySelectorAll('.status')].map((s) => s.textContent.trim())).toEqual([
      'ui.task.done',
      'ui.task.returned',
      'ui.task.blocked',
      'ui.task.optional',
    ]);
  });

  it('gives no link to a task that cannot start yet', async () => {
    const page = await open();
    expect([...page.querySelectorAll('a')].map((a) => a.textContent)).toEqual([
      '报名项目',
      '上传材料',
      '备注',
    ]);
  });

  it('describes a link by its state', async () => {
    const page = await open();
    const id = page.querySelector('a')?.getAttribute('aria-describedby') ?? '';
    expect(page.querySelector(`#${id}`)?.textContent).toContain('ui.task.done');
  });
});

describe('A summary list', () => {
  it('shows each answer with its own way to change it', async () => {
    configure();
    const fixture = TestBed.createComponent(SummaryList);
    const changed: string[] = [];
    fixture.componentInstance.changeRow.subscribe((id) => changed.push(id));
    fixture.componentRef.setInput('rows', [
      { id: 'name', label: '姓名', value: '演示考生', link: '/register/identity' },
      { id: 'items', label: '项目', value: ['RT-Ⅱ', 'UT-Ⅰ'], changeable: true },
      { id: 'mail', label: '邮箱', value: [] },
    ]);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    expect([...page.querySelectorAll('dt')].map((t) => t.textContent)).toEqual([
      '姓名',
      '项目',
      '邮箱',
    ]);
    expect(page.querySelector('a')?.textContent).toContain('姓名');
    page.querySelector('button')?.click();
    expect(changed).toEqual(['items']);
    expect(page.textContent).toContain('ui.summary.none');
  });
});

describe('A timeline', () => {
  it('shows instants in Shanghai time', async () => {
    configure();
    const fixture = TestBed.createComponent(Timeline);
    fixture.componentRef.setInput('entries', [
      { id: '1', at: '2026-03-26T16:05:00Z', title: '提交', by: '本人' },
    ]);
    await fixture.whenStable();
    const time = (fixture.nativeElement as HTMLElement).querySelector('time');
    expect(time?.textContent).toBe('2026-03-27 00:05');
    expect(time?.dateTime).toBe('2026-03-26T16:05:00Z');
  });
});
