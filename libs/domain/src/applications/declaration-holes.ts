import { DICTIONARIES } from '../dictionaries/dictionaries.js';
import { isEligibilityRuleCode } from '../eligibility/rule-codes.js';
import { workflowHoles } from '../workflow/workflow-holes.js';
import type { ApplicationTypeDeclaration, FieldDeclaration } from './application-type.js';
import { isFormCode } from './application-type.js';
import { isConditionCode } from './condition-codes.js';
import { isSlotCode } from './slot-codes.js';

/** Tells whether a text exists in every language. */
export type KnowsText = (key: string) => boolean;

/** Values that occur more than once. */
function repeated(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

const duplicates = (what: string, values: readonly string[]): string[] =>
  repeated(values).map((value) => `${what} ${value} is declared twice`);

const missingTexts = (keys: readonly string[], knowsText: KnowsText): string[] =>
  keys.filter((key) => !knowsText(key)).map((key) => `text ${key} is missing in a language`);

const unknownConditions = (what: string, asked: string): string[] =>
  asked === 'ALWAYS' || isConditionCode(asked)
    ? []
    : [`${what} depends on the unknown condition ${asked}`];

function fieldHoles(field: FieldDeclaration, knowsText: KnowsText): string[] {
  const { id, kind, dictionary } = field;
  const isTyped = kind === 'text' || kind === 'multiline' || kind === 'idNumber';
  const words = dictionary
    ? DICTIONARIES[dictionary].map((code) => `dict.${dictionary}.${code}`)
    : [];
  return [
    ...(isTyped && field.maxLength === undefined ? [`field ${id} has no maxLength`] : []),
    ...(kind === 'integer' && field.range === undefined ? [`field ${id} has no range`] : []),
    ...(kind === 'choice' && dictionary === undefined ? [`field ${id} has no dictionary`] : []),
    ...(field.writer === 'SYSTEM' && field.required
      ? [`field ${id} is required of the person but the system's to fill in`]
      : []),
    ...unknownConditions(`field ${id}`, field.asked),
    ...missingTexts([`field.${id}.label`, ...words], knowsText),
  ];
}

/** Fields that lean on another one. */
function referenceHoles({ fields }: ApplicationTypeDeclaration): string[] {
  const ids = new Set(fields.map(({ id }) => id));
  return fields.flatMap(({ id, notBefore, closedBy }) =>
    [notBefore, closedBy]
      .filter((other) => other !== undefined && !ids.has(other))
      .map((other) => `field ${id} leans on the unknown field ${String(other)}`),
  );
}

function sectionHoles(
  { fields, sections }: ApplicationTypeDeclaration,
  knowsText: KnowsText,
): string[] {
  const ids = fields.map(({ id }) => id);
  const placed = sections.flatMap((section) => section.fields);
  return [
    ...duplicates(
      'section',
      sections.map(({ id }) => id),
    ),
    ...sections.flatMap((section) =>
      section.fields
        .filter((id) => !ids.includes(id))
        .map((id) => `section ${section.id} names the unknown field ${id}`),
    ),
    ...repeated(placed).map((id) => `field ${id} stands in two sections`),
    ...ids.filter((id) => !placed.includes(id)).map((id) => `field ${id} stands in no section`),
    ...missingTexts(
      sections.map(({ id }) => `section.${id}`),
      knowsText,
    ),
  ];
}

function slotHoles(
  { slots, workflow }: ApplicationTypeDeclaration,
  knowsText: KnowsText,
): string[] {
  const codes = slots.map(({ code }) => code);
  const unknown = codes.filter((code) => !isSlotCode(code));
  const isAskedAfter = slots.some(({ phase }) => phase === 'AFTER_SUBMIT');
  const takesAfter = workflow.states.some(({ actions }) =>
    actions.some(({ action }) => action === 'UPLOAD_SIGNED_FORM'),
  );
  return [
    ...duplicates('slot', codes),
    ...unknown.map((code) => `slot ${code} is unknown`),
    ...slots.flatMap(({ code, asked }) => unknownConditions(`slot ${code}`, asked)),
    ...(isAskedAfter && !takesAfter ? ['no state takes the materials due after submission'] : []),
    ...missingTexts(
      codes.filter(isSlotCode).map((code) => `slot.${code}.name`),
      knowsText,
    ),
  ];
}

function ruleHoles({ eligibility }: ApplicationTypeDeclaration, knowsText: KnowsText): string[] {
  const unknown = eligibility.filter((code) => !isEligibilityRuleCode(code));
  return [
    ...duplicates('eligibility rule', eligibility),
    ...unknown.map((code) => `eligibility rule ${code} is unknown`),
    ...missingTexts(
      eligibility.filter(isEligibilityRuleCode).map((code) => `eligibility.${code}.name`),
      knowsText,
    ),
  ];
}

function formHoles({ forms }: ApplicationTypeDeclaration, knowsText: KnowsText): string[] {
  return [
    ...duplicates('form', forms),
    ...forms.filter((code) => !isFormCode(code)).map((code) => `form ${code} is unknown`),
    ...missingTexts(
      forms.filter(isFormCode).map((code) => `form.${code}.name`),
      knowsText,
    ),
  ];
}

function noticeHoles(
  { notices, workflow }: ApplicationTypeDeclaration,
  knowsText: KnowsText,
): string[] {
  const moves = workflow.states.flatMap(({ actions }) =>
    actions.flatMap(({ action, to }) =>
      (typeof to === 'string' ? [to] : Object.values(to.targets)).map((end) => `${action}>${end}`),
    ),
  );
  return [
    ...duplicates(
      'notice for',
      notices.map(({ action, to }) => `${action}>${to}`),
    ),
    ...notices
      .filter(({ action, to }) => !moves.includes(`${action}>${to}`))
      .map(
        ({ action, to, notice }) =>
          `notice ${notice} waits for ${action}>${to}, which never happens`,
      ),
    ...notices
      .filter(({ channels }) => channels.length === 0)
      .map(({ notice }) => `notice ${notice} has no channel`),
    ...missingTexts(
      notices.flatMap(({ notice, channels }) => [
        `notice.${notice}.title`,
        `notice.${notice}.body`,
        ...(channels.includes('SMS') ? [`notice.${notice}.sms`] : []),
      ]),
      knowsText,
    ),
  ];
}

/** Everything that is wrong with a declaration, each hole named; empty when it is whole. */
export function declarationHoles(
  declaration: ApplicationTypeDeclaration,
  knowsText: KnowsText,
): readonly string[] {
  return [
    ...missingTexts([`applicationType.${declaration.code}.name`], knowsText),
    ...duplicates(
      'field',
      declaration.fields.map(({ id }) => id),
    ),
    ...declaration.fields.flatMap((field) => fieldHoles(field, knowsText)),
    ...referenceHoles(declaration),
    ...sectionHoles(declaration, knowsText),
    ...slotHoles(declaration, knowsText),
    ...ruleHoles(declaration, knowsText),
    ...formHoles(declaration, knowsText),
    ...workflowHoles(declaration.workflow, knowsText),
    ...noticeHoles(declaration, knowsText),
  ];
}
