// Prints every declared application type to docs/generated/<type>.md: `npm run generate`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { APPLICATION_TYPES, ROLES, text, type ApplicationType, type Branch } from '@kaopu/domain';

const TARGET = process.argv[2] ?? join('docs', 'generated');

const targetsOf = (to: string | Branch): string[] =>
  typeof to === 'string' ? [to] : Object.values(to.targets);

const zh = (key: string): string => text('zh-CN', key);

/** The states and moves as a Mermaid diagram. */
function diagram({ workflow }: ApplicationType): string[] {
  const moves = workflow.states.flatMap(({ code, actions }) =>
    actions.flatMap(({ action, to }) =>
      targetsOf(to)
        .filter((target) => target !== code)
        .map((target) => `  ${code} --> ${target}: ${zh(`action.${action}`)}`),
    ),
  );
  return [
    '```mermaid',
    'stateDiagram-v2',
    `  [*] --> ${workflow.initial}`,
    ...moves,
    ...workflow.states.filter(({ terminal }) => terminal).map(({ code }) => `  ${code} --> [*]`),
    '```',
  ];
}

/** State × role: what may be written and which actions are open. */
function matrix({ workflow }: ApplicationType): string[] {
  const rows = workflow.states.flatMap(({ code, access, actions }) =>
    ROLES.flatMap((role) => {
      const open = actions.filter(({ roles }) => roles.includes(role));
      const { readable, writable } = access[role];
      if (!readable && open.length === 0) return [];
      const doing = open.map(({ action, guards }) =>
        guards.length > 0 ? `${action} (${guards.join(', ')})` : action,
      );
      return [`| ${code} ${zh(`state.${code}`)} | ${role} | ${writable} | ${doing.join('<br>')} |`];
    }),
  );
  return ['| state | role | may write | actions (guards) |', '|---|---|---|---|', ...rows];
}

function fields(type: ApplicationType): string[] {
  return [
    '| field | kind | source | required | printed |',
    '|---|---|---|---|---|',
    ...type.fields.map(
      ({ id, kind, source, required, printed, asked }) =>
        `| \`${id}\` ${zh(`field.${id}.label`)} | ${kind} | ${source} | ${required ? (asked === 'ALWAYS' ? 'yes' : asked) : 'no'} | ${printed ? 'yes' : 'no'} |`,
    ),
  ];
}

function slots(type: ApplicationType): string[] {
  return [
    '| material | need | asked | when |',
    '|---|---|---|---|',
    ...type.slots.map(
      ({ code, need, asked, phase }) =>
        `| \`${code}\` ${zh(`slot.${code}.name`)} | ${need} | ${asked} | ${phase} |`,
    ),
  ];
}

function rules(type: ApplicationType): string[] {
  return [
    '| rule | asks about |',
    '|---|---|',
    ...type.eligibility.map((code) => `| \`${code}\` | ${zh(`eligibility.${code}.name`)} |`),
  ];
}

mkdirSync(TARGET, { recursive: true });
for (const type of APPLICATION_TYPES) {
  const page = [
    `# ${zh(`applicationType.${type.code}.name`)} (\`${type.code}\`, version ${type.version})`,
    '',
    'Printed from `libs/domain` by `npm run generate`; do not edit.',
    '',
    '## Life',
    '',
    ...diagram(type),
    '',
    '## Who may do what',
    '',
    ...matrix(type),
    '',
    '## Fields',
    '',
    ...fields(type),
    '',
    '## Materials',
    '',
    ...slots(type),
    '',
    '## Eligibility',
    '',
    ...rules(type),
    '',
  ];
  writeFileSync(join(TARGET, `${type.code}.md`), page.join('\n'));
}
