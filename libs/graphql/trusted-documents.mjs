// @ts-check
import { createHash } from 'node:crypto';
import { addTypenameToDocument } from '@apollo/client/utilities';
import { Kind, print, visit } from 'graphql';

/** @typedef {import('graphql').DocumentNode} DocumentNode */
/** @typedef {import('graphql').FragmentDefinitionNode} FragmentDefinitionNode */

/**
 * A document as the web app's cache asks it: with type names, its fragments in the order of their
 * names, so that whoever assembles it comes to the same text.
 *
 * @param {DocumentNode} document one operation and its fragments
 * @returns {{ readonly hash: string, readonly text: string }} SHA-256 of the text, in hex, and the text
 */
export function trustedDocument({ kind, definitions }) {
  const [operation, ...fragments] = [...definitions].sort((a, b) => rank(a).localeCompare(rank(b)));
  const ordered = { kind, definitions: operation ? [operation, ...fragments] : [] };
  const text = print(addTypenameToDocument(ordered));
  return { hash: createHash('sha256').update(text).digest('hex'), text };
}

/** @param {import('graphql').DefinitionNode} definition */
const rank = (definition) =>
  definition.kind === Kind.FRAGMENT_DEFINITION ? `2 ${definition.name.value}` : '1';

/**
 * Plugin of graphql-codegen: every operation of the web app by its hash, for the server, which in
 * production answers nothing else.
 *
 * @type {import('@graphql-codegen/plugin-helpers').PluginFunction}
 */
export const plugin = (_schema, files) => {
  const definitions = files.flatMap(({ document }) => document?.definitions ?? []);
  const fragments = new Map(
    definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const documents = definitions
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .map((operation) =>
      trustedDocument({
        kind: Kind.DOCUMENT,
        definitions: [operation, ...spreadIn(operation, fragments)],
      }),
    )
    .map(({ hash, text }) => `  ['${hash}', ${JSON.stringify(text)}],\n`)
    .sort();
  return `/** Every document of the web app by the SHA-256 of its text. */
export const TRUSTED_DOCUMENTS: ReadonlyMap<string, string> = new Map([
${documents.join('')}]);
`;
};

/**
 * @param {import('graphql').ASTNode} node
 * @param {ReadonlyMap<string, FragmentDefinitionNode>} fragments
 * @param {Set<FragmentDefinitionNode>} found
 * @returns {Set<FragmentDefinitionNode>} the fragments it needs, directly or through others
 */
function spreadIn(node, fragments, found = new Set()) {
  visit(node, {
    FragmentSpread({ name }) {
      const fragment = fragments.get(name.value);
      if (!fragment || found.has(fragment)) return;
      found.add(fragment);
      spreadIn(fragment, fragments, found);
    },
  });
  return found;
}
