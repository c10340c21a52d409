import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/** Ceilings of one document (promise P06). */
export const LIMITS = {
  tokens: 1000,
  depth: 10,
  aliases: 15,
  credentialFields: 1,
  cost: 5000,
} as const;

/** Operations that test a secret: one per document, so that aliases cannot multiply guesses. */
const CREDENTIAL_FIELDS = new Set([
  'logIn',
  'logInStaff',
  'confirmSecondFactor',
  'verifyRegistrationCode',
  'requestRegistrationCode',
  'register',
  'refreshSession',
  'verifyPublic',
  'requestCaptcha',
  'requestProofOfWork',
]);

const tooComplex = (what: string): GraphQLError =>
  new GraphQLError(`Too many ${what} in one request.`, {
    extensions: { code: 'QUERY_TOO_COMPLEX', http: { status: 400 } },
  });

/** Refuses documents that are deep, alias-heavy or try several secrets at once. */
export function documentLimits(context: ValidationContext): ASTVisitor {
  let aliases = 0;
  let credentialFields = 0;
  return {
    Field(node) {
      if (node.alias && ++aliases === LIMITS.aliases + 1)
        context.reportError(tooComplex('aliases'));
      if (
        CREDENTIAL_FIELDS.has(node.name.value) &&
        ++credentialFields === LIMITS.credentialFields + 1
      ) {
        context.reportError(tooComplex('credential fields'));
      }
    },
    OperationDefinition(node) {
      if (isDeeper(context, node.selectionSet, LIMITS.depth, new Set())) {
        context.reportError(tooComplex('levels'));
      }
    },
  };
}

function isDeeper(
  context: ValidationContext,
  selectionSet: SelectionSetNode,
  left: number,
  inside: ReadonlySet<string>,
): boolean {
  if (left < 0) return true;
  return selectionSet.selections.some((selection) => {
    if (selection.kind === Kind.FIELD) {
      return (
        selection.selectionSet !== undefined &&
        isDeeper(context, selection.selectionSet, left - 1, inside)
      );
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return isDeeper(context, selection.selectionSet, left, inside);
    }
    const name = selection.name.value;
    const fragment = context.getFragment(name);
    if (!fragment || inside.has(name)) return false;
    return isDeeper(context, fragment.selectionSet, left, new Set([...inside, name]));
  });
}
