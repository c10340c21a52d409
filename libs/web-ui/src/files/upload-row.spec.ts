import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from 'vitest';

import { provideKeysAsTexts } from '../testing/keys-as-texts.js';
import { UploadRow, type UploadState } from './upload-row.js';

async function open(state: UploadState) {
  TestBed.configureTestingModule({ providers: [provideKeysAsTexts()] });
  const fixture = TestBed.createComponent(UploadRow);
  fixture.componentRef.setInput('slot', {
    id: 'id-card',
    name: '身份证复印件',
    remark: '正反面在同一页',
    required: true,
  });
  fixture.componentRef.setInput('state', state);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const buttons = () => [...page.querySelectorAll('button')].map((b) => b.textContent.trim());
  return { fixture, page, row: fixture.componentInstance, buttons };
}

describe('An upload row', () => {
  it.each<[UploadState, string, readonly string[]]>([
    [{ kind: 'missing' }, 'ui.upload.missing', ['ui.upload.choose']],
    [{ kind: 'uploading', percent: 40 }, 'ui.upload.uploading', []],
    [{ kind: 'checking' }, 'ui.upload.checking', []],
    [
      { kind: 'present', fileName: 'a.pdf' },
      'a.pdf',
      ['ui.upload.preview', 'ui.upload.replace', 'ui.upload.remove'],
    ],
    [{ kind: 'returned', reason: '模糊' }, 'ui.upload.returned', ['ui.upload.choose']],
    [{ kind: 'failed', reason: '文件是空的' }, '文件是空的', ['ui.upload.choose']],
    [{ kind: 'notNeeded', reason: '已有一级证' }, 'ui.upload.notNeeded', []],
  ])('in state %o says so and offers what can be done', async (state, words, offered) => {
    const { buttons, page } = await open(state);
    expect(page.querySelector('.state')?.textContent).toContain(words);
    expect(buttons()).toEqual(offered);
  });

  it('hands over the chosen file, and the same file again', async () => {
    const { page, row } = await open({ kind: 'missing' });
    const files: File[] = [];
    row.chosen.subscribe((file) => files.push(file));
    const picker = page.querySelector<HTMLInputElement>('input[type=file]');
    const file = new File(['x'], 'id.jpg', { type: 'image/jpeg' });
    for (let time = 0; time < 2; time += 1) {
      Object.defineProperty(picker, 'files', { value: [file], configurable: true });
      picker?.dispatchEvent(new Event('change'));
    }
    expect(files).toEqual([file, file]);
  });

  it('takes a dropped file unless it is busy', async () => {
    const { fixture, page, row } = await open({ kind: 'missing' });
    const files: File[] = [];
    row.chosen.subscribe((file) => files.push(file));
    const drop = () => {
      const event = new Event('drop', { cancelable: true });
      Object.defineProperty(event, 'dataTransfer', { value: { files: [new File(['x'], 'a')] } });
      page.dispatchEvent(event);
    };
    drop();
    fixture.componentRef.setInput('state', { kind: 'checking' });
    await fixture.whenStable();
    drop();
    expect(files).toHaveLength(1);
  });

  it('speaks its progress', async () => {
    const { page } = await open({ kind: 'uploading', percent: 40 });
    expect(page.querySelector('.state')?.getAttribute('aria-live')).toBe('polite');
    expect(page.querySelector('progress')?.value).toBe(40);
  });
});
