import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from 'vitest';

import { provideKeysAsTexts } from '../testing/keys-as-texts.js';
import { DocumentViewer } from './document-viewer.js';

async function open() {
  TestBed.configureTestingModule({ providers: [provideKeysAsTexts()] });
  const fixture = TestBed.createComponent(DocumentViewer);
  fixture.componentRef.setInput('document', {
    source: '/files/1',
    mediaType: 'image/png',
    name: '身份证.png',
  });
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const key = async (pressed: string) => {
    page
      .querySelector('.pane')
      ?.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, cancelable: true }));
    await fixture.whenStable();
  };
  return { fixture, page, key };
}

describe('The document viewer', () => {
  it('enlarges, turns and resets by keyboard', async () => {
    const { page, key } = await open();
    await key('+');
    await key('r');
    const image = page.querySelector('img');
    expect(image?.style.width).toBe('125%');
    expect(image?.className).toBe('turned-1');
    await key('0');
    expect(image?.style.width).toBe('100%');
    expect(image?.className).toBe('turned-0');
  });

  it('says when the picture cannot be shown', async () => {
    const { fixture, page } = await open();
    page.querySelector('img')?.dispatchEvent(new Event('error'));
    await fixture.whenStable();
    expect(page.querySelector('[role=alert]')?.textContent).toBe('ui.viewer.broken');
  });
});
