import { describe, expect, it } from 'vitest';
import { APPLICATION_TYPES, applicationType, isApplicationTypeCode } from './registry.js';

describe('The registry of application types', () => {
  it('holds only declarations without holes, each under its own code', () => {
    const codes = APPLICATION_TYPES.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toEqual(
      expect.arrayContaining([
        'inspection-renewal',
        'testing-initial',
        'testing-exempt-renewal',
        'testing-exam-renewal',
        'testing-initial-resit',
        'testing-renewal-resit',
        'type-test-renewal',
      ]),
    );
  });

  it('finds a type by its code', () => {
    expect(isApplicationTypeCode('testing-initial')).toBe(true);
    expect(applicationType('testing-initial').registrationType).toBe('INITIAL');
  });

  it('refuses a code it does not know', () => {
    expect(isApplicationTypeCode('testing-nothing')).toBe(false);
    expect(() => applicationType('testing-nothing')).toThrow('testing-nothing');
  });
});
