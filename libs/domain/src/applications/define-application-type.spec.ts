import { describe, expect, it } from 'vitest';
import { hasText } from '../texts/text.js';
import type { StateDeclaration } from '../workflow/workflow.js';
import type { ApplicationTypeDeclaration } from './application-type.js';
import type { KnowsText } from './declaration-holes.js';
import { DeclarationError, defineApplicationType } from './define-application-type.js';
import { TESTING_INITIAL } from './testing-initial.js';

type Change = (whole: ApplicationTypeDeclaration) => ApplicationTypeDeclaration;

function holesAfter(change: Change, knowsText: KnowsText = hasText): readonly string[] {
  try {
    defineApplicationType(change(TESTING_INITIAL), knowsText);
    return [];
  } catch (thrown) {
    if (thrown instanceof DeclarationError) return thrown.holes;
    throw thrown;
  }
}

/** Changes one state of the workflow. */
const inState =
  (code: string, change: (state: StateDeclaration) => StateDeclaration): Change =>
  (whole) => ({
    ...whole,
    workflow: {
      ...whole.workflow,
      states: whole.workflow.states.map((one) => (one.code === code ? change(one) : one)),
    },
  });

const withStates =
  (change: (states: readonly StateDeclaration[]) => readonly StateDeclaration[]): Change =>
  (whole) => ({ ...whole, workflow: { ...whole.workflow, states: change(whole.workflow.states) } });

const [firstField] = TESTING_INITIAL.fields;
const [firstSection] = TESTING_INITIAL.sections;
const [firstSlot] = TESTING_INITIAL.slots;
if (!firstField || !firstSection || !firstSlot) throw new Error('The declaration is empty');

const HOLES: readonly (readonly [string, Change, string])[] = [
  [
    'a section that names an unknown field',
    (whole) => ({ ...whole, sections: [...whole.sections, { id: 'work', fields: ['shoeSize'] }] }),
    'section work names the unknown field shoeSize',
  ],
  [
    'a section declared twice',
    (whole) => ({ ...whole, sections: [...whole.sections, { ...firstSection, fields: [] }] }),
    'section person is declared twice',
  ],
  [
    'a field in two sections',
    (whole) => ({ ...whole, sections: [...whole.sections, { id: 'work', fields: ['name'] }] }),
    'field name stands in two sections',
  ],
  [
    'a field in no section',
    (whole) => ({ ...whole, sections: whole.sections.filter(({ id }) => id !== 'testing') }),
    'field testingNature stands in no section',
  ],
  [
    'a field declared twice',
    (whole) => ({ ...whole, fields: [...whole.fields, firstField] }),
    'field name is declared twice',
  ],
  [
    'a text without a length',
    (whole) => ({
      ...whole,
      fields: [
        ...whole.fields,
        {
          id: 'x',
          kind: 'text',
          source: 'ANSWER',
          asked: 'ALWAYS',
          required: false,
          printed: false,
        },
      ],
    }),
    'field x has no maxLength',
  ],
  [
    'a choice without a dictionary',
    (whole) => ({
      ...whole,
      fields: [
        ...whole.fields,
        {
          id: 'x',
          kind: 'choice',
          source: 'ANSWER',
          asked: 'ALWAYS',
          required: false,
          printed: false,
        },
      ],
    }),
    'field x has no dictionary',
  ],
  [
    'a number without a range',
    (whole) => ({
      ...whole,
      fields: [
        ...whole.fields,
        {
          id: 'x',
          kind: 'integer',
          source: 'ANSWER',
          asked: 'ALWAYS',
          required: false,
          printed: false,
        },
      ],
    }),
    'field x has no range',
  ],
  [
    'a field without a label',
    (whole) => ({
      ...whole,
      fields: [
        ...whole.fields,
        {
          id: 'x',
          kind: 'date',
          source: 'ANSWER',
          asked: 'ALWAYS',
          required: false,
          printed: false,
        },
      ],
    }),
    'text field.x.label is missing in a language',
  ],
  [
    'a slot declared twice',
    (whole) => ({ ...whole, slots: [...whole.slots, firstSlot] }),
    'slot ID_COPY is declared twice',
  ],
  [
    'an unknown slot',
    (whole) => ({ ...whole, slots: [...whole.slots, { ...firstSlot, code: 'SELFIE' }] }),
    'slot SELFIE is unknown',
  ],
  [
    'a material due after submission that no state takes',
    withStates((states) =>
      states.map((one) => ({
        ...one,
        actions: one.actions.filter(({ action }) => action !== 'UPLOAD_SIGNED_FORM'),
      })),
    ),
    'no state takes the materials due after submission',
  ],
  [
    'an unknown eligibility rule',
    (whole) => ({ ...whole, eligibility: [...whole.eligibility, 'HEIGHT'] }),
    'eligibility rule HEIGHT is unknown',
  ],
  [
    'an eligibility rule declared twice',
    (whole) => ({ ...whole, eligibility: [...whole.eligibility, 'AGE'] }),
    'eligibility rule AGE is declared twice',
  ],
  [
    'an unknown form',
    (whole) => ({ ...whole, forms: [...whole.forms, 'postcard'] }),
    'form postcard is unknown',
  ],
  [
    'a notice for a move that never happens',
    (whole) => ({
      ...whole,
      notices: [{ action: 'APPROVE', to: 'DRAFT', notice: 'APPROVED', channels: ['INBOX'] }],
    }),
    'notice APPROVED waits for APPROVE>DRAFT, which never happens',
  ],
  [
    'a notice without a channel',
    (whole) => ({
      ...whole,
      notices: [{ action: 'APPROVE', to: 'APPROVED', notice: 'APPROVED', channels: [] }],
    }),
    'notice APPROVED has no channel',
  ],
  [
    'a notice without words',
    (whole) => ({
      ...whole,
      notices: [{ action: 'APPROVE', to: 'APPROVED', notice: 'HURRAH', channels: ['INBOX'] }],
    }),
    'text notice.HURRAH.body is missing in a language',
  ],
  [
    'a text message without words',
    (whole) => ({
      ...whole,
      notices: [
        { action: 'WITHDRAW', to: 'WITHDRAWN', notice: 'WITHDRAWN', channels: ['INBOX', 'SMS'] },
      ],
    }),
    'text notice.WITHDRAWN.sms is missing in a language',
  ],
  [
    'a type without a name',
    (whole) => ({ ...whole, code: 'nameless' }),
    'text applicationType.nameless.name is missing in a language',
  ],
  [
    'a dead end',
    inState('APPROVED', (one) => ({ ...one, actions: [] })),
    'state APPROVED is a dead end',
  ],
  [
    'a state that only leads to itself',
    inState('QUALIFIED', (one) => ({
      ...one,
      actions: one.actions.slice(0, 1).map((action) => ({ ...action, to: 'QUALIFIED' })),
    })),
    'state QUALIFIED is a dead end',
  ],
  [
    'a terminal state with an exit',
    inState('FORWARDED', (one) => ({ ...one, terminal: true })),
    'terminal state FORWARDED has actions',
  ],
  [
    'an unreachable state',
    inState('RETURNED', (one) => ({
      ...one,
      actions: one.actions.filter(({ action }) => action !== 'EXPIRE'),
    })),
    'state EXPIRED is unreachable',
  ],
  [
    'a state declared twice',
    withStates((states) => [...states, ...states.slice(0, 1)]),
    'state DRAFT is declared twice',
  ],
  [
    'an unknown first state',
    withStates((states) => states.filter(({ code }) => code !== 'DRAFT')),
    'initial state DRAFT is unknown',
  ],
  [
    'an action that leads nowhere known',
    withStates((states) => states.filter(({ code }) => code !== 'PRINTED')),
    'action MARK_PRINTED in APPROVED leads to the unknown state PRINTED',
  ],
  [
    'an action without a role',
    inState('APPROVED', (one) => ({
      ...one,
      actions: one.actions.map((action) => ({ ...action, roles: [] })),
    })),
    'action MARK_PRINTED in APPROVED has no role',
  ],
  [
    'an action declared twice',
    inState('APPROVED', (one) => ({ ...one, actions: [...one.actions, ...one.actions] })),
    'action MARK_PRINTED in APPROVED is declared twice',
  ],
  [
    'a fork without a way for a failed exam',
    inState('EXAMINED', (one) => ({
      ...one,
      actions: one.actions.map((action) =>
        action.action === 'PUBLISH_RESULTS'
          ? { ...action, to: { branch: 'RESULT', targets: { PASSED: 'PASSED' } } }
          : action,
      ),
    })),
    'action PUBLISH_RESULTS in EXAMINED has no target for FAILED',
  ],
  [
    'somebody who may write what they may not read',
    inState('DRAFT', (one) => ({
      ...one,
      access: { ...one.access, AUDITOR: { readable: false, writable: 'ALL' } },
    })),
    'state DRAFT lets AUDITOR write what it may not read',
  ],
];

describe('A declaration of an application type', () => {
  it.each(HOLES)('is refused by name for %s', (_title, change, hole) => {
    expect(holesAfter(change)).toContain(hole);
  });

  it('is refused when a single text is missing', () => {
    for (const key of ['status.RETURNED', 'slot.VISION.name', 'role.PRINTER', 'dict.sex.MALE']) {
      expect(
        holesAfter(
          (whole) => whole,
          (asked) => asked !== key && hasText(asked),
        ),
      ).toEqual([`text ${key} is missing in a language`]);
    }
  });

  it('is accepted when it is whole', () => {
    expect(holesAfter((whole) => whole)).toEqual([]);
  });

  it('names all holes at once', () => {
    const change: Change = (whole) => ({ ...whole, forms: ['postcard'], eligibility: ['HEIGHT'] });
    expect(() => defineApplicationType(change(TESTING_INITIAL))).toThrow(/HEIGHT.*postcard/s);
  });
});
