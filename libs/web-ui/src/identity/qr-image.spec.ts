import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from 'vitest';

import { QrImage } from './qr-image.js';

describe('A QR image', () => {
  it('draws the code as one named picture without markup from outside', async () => {
    const fixture = TestBed.createComponent(QrImage);
    fixture.componentRef.setInput('text', 'https://example.invalid/v/ABC');
    fixture.componentRef.setInput('label', '证书核验二维码');
    await fixture.whenStable();
    const svg = (fixture.nativeElement as HTMLElement).querySelector('svg');
    expect(svg?.getAttribute('aria-label')).toBe('证书核验二维码');
    expect(svg?.querySelectorAll('path')).toHaveLength(1);
    expect(svg?.querySelector('path')?.getAttribute('d')).toMatch(/^(M\d+ \d+h1v1h-1z)+$/);
  });
});
