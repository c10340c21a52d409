import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { provideTexts } from '../../../testing/texts.js';
import { PagedContent } from './paged-content.js';
import type { Connection } from './paged.js';

const list = {
  loading: signal(false),
  failure: signal(undefined),
  retry: vi.fn(() => Promise.resolve()),
  page: signal<Connection<string> | undefined>(undefined),
  rows: signal<readonly string[]>([]),
  hasMore: signal(false),
  more: vi.fn(() => Promise.resolve()),
};

@Component({
  imports: [PagedContent],
  template: `<app-paged-content [list]="list" emptyText="没有">{{
    list.rows()
  }}</app-paged-content>`,
})
class Host {
  protected readonly list = list;
}

describe('A list that grows page by page', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideTexts()] });
  });

  const shown = async (rows: readonly string[], hasMore: boolean, loading = false) => {
    list.page.set({ edges: [], pageInfo: { endCursor: null, hasNextPage: hasMore } });
    list.rows.set(rows);
    list.hasMore.set(hasMore);
    list.loading.set(loading);
    const fixture = TestBed.createComponent(Host);
    await fixture.whenStable();
    return fixture.nativeElement as HTMLElement;
  };

  it('shows its rows and asks for more of them', async () => {
    const page = await shown(['一'], true);
    expect(page.textContent).toContain('一');
    const button = page.querySelector('button');
    expect(button?.textContent.trim()).toBe('加载更多');
    button?.click();
    expect(list.more).toHaveBeenCalledOnce();
  });

  it('asks once while more is on its way, and not at the end', async () => {
    expect((await shown(['一'], true, true)).querySelector('button')?.disabled).toBe(true);
    expect((await shown(['一'], false)).querySelector('button')).toBeNull();
  });

  it('says when there is nothing', async () => {
    expect((await shown([], false)).textContent).toContain('没有');
  });
});
