import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/** Ceilings of one document (promise P06). */
export const LIMITS = {
  tokens: 1000,
  depth: 10,
  /** Fields after every fragment is put where it is spread. */
  fields: 2000,
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
  'requestLogInCode',
  'logInByCode',
  'requestPasswordCode',
  'resetPassword',
  'changePassword',
  'requestPhoneChangeCode',
  'changePhone',
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
      const { depth, fields } = new DocumentSize(context).of(node.selectionSet);
      if (depth > LIMITS.depth) context.reportError(tooComplex('levels'));
      else if (fields > LIMITS.fields) context.reportError(tooComplex('fields'));
    },
  };
}

interface Size {
  readonly depth: number;
  readonly fields: number;
}

const NOTHING: Size = { depth: 0, fields: 0 };

/**
 * How large a document is once its fragments are spread out. Each fragment is measured once, so
 * that fragments which double each other cost nothing to refuse (security.md §2.4).
 */
class DocumentSize {
  private readonly fragments = new Map<string, Size>();

  constructor(private readonly context: ValidationContext) {}

  of({ selections }: SelectionSetNode): Size {
    return selections
      .map((selection) => this.ofSelection(selection))
      .reduce(
        (sum, one) => ({
          depth: Math.max(sum.depth, one.depth),
          fields: Math.min(sum.fields + one.fields, Number.MAX_SAFE_INTEGER),
        }),
        NOTHING,
      );
  }

  private ofSelection(selection: SelectionNode): Size {
    if (selection.kind === Kind.INLINE_FRAGMENT) return this.of(selection.selectionSet);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.ofFragment(selection.name.value);
    const inner = selection.selectionSet ? this.of(selection.selectionSet) : null;
    return { depth: inner ? inner.depth + 1 : 0, fields: 1 + (inner?.fields ?? 0) };
  }

  /** A fragment inside itself counts as nothing here; another rule refuses it. */
  private ofFragment(name: string): Size {
    const known = this.fragments.get(name);
    if (known) return known;
    this.fragments.set(name, NOTHING);
    const fragment = this.context.getFragment(name);
    const size = fragment ? this.of(fragment.selectionSet) : NOTHING;
    this.fragments.set(name, size);
    return size;
  }
}
