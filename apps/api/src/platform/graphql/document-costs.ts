import { visit, type DocumentNode, type GraphQLSchema } from 'graphql';
import { getComplexity, simpleEstimator, type ComplexityEstimator } from 'graphql-query-complexity';

/** A document with what it is run with. */
export interface CostedOperation {
  readonly schema: GraphQLSchema;
  readonly query: DocumentNode;
  readonly operationName?: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A list costs its children once per row asked for. */
const perRow: ComplexityEstimator = ({ args, childComplexity }) => {
  const first: unknown = args['first'];
  return typeof first === 'number' ? 1 + first * childComplexity : undefined;
};

const ESTIMATORS = [perRow, simpleEstimator({ defaultComplexity: 1 })];

/** Costs of one document are remembered for so many different sizes of its lists. */
const MAX_REMEMBERED = 100;

/** The cost of a document's worst case, without a memory. @throws GraphQLError for variables that do not fit. */
export const weigh = ({ variables, ...operation }: CostedOperation): number =>
  getComplexity({ ...operation, variables: { ...variables }, estimators: ESTIMATORS });

/**
 * Costs of documents that come again. A cost depends on the lengths of lists and on what is skipped
 * or included, on no other variable; so it is worked out once for each of these. Gone when Apollo
 * lets the document go.
 */
export class DocumentCosts {
  private readonly known = new WeakMap<DocumentNode, RememberedCosts>();

  /** @throws GraphQLError for variables that do not fit. */
  of(operation: CostedOperation): number {
    const { query } = operation;
    const remembered = this.known.get(query) ?? new RememberedCosts(query);
    this.known.set(query, remembered);
    return remembered.of(operation);
  }
}

class RememberedCosts {
  private readonly decisive: readonly string[];
  private readonly costs = new Map<string, number>();

  constructor(document: DocumentNode) {
    this.decisive = decisiveVariables(document);
  }

  of(operation: CostedOperation): number {
    const { operationName, variables } = operation;
    const values = this.decisive.map((name) => variables[name]);
    if (!values.every(isScalar)) return weigh(operation);
    // Null is a value, what is left out takes its default.
    const key = JSON.stringify([
      operationName ?? '',
      ...values.map((value) => value ?? String(value)),
    ]);
    const known = this.costs.get(key);
    if (known !== undefined) return known;
    const cost = weigh(operation);
    if (this.costs.size < MAX_REMEMBERED) this.costs.set(key, cost);
    return cost;
  }
}

const isScalar = (value: unknown): boolean =>
  value === undefined || value === null || ['number', 'boolean'].includes(typeof value);

/** Variables that cut a list or stand in a directive, whichever operation of the document they are of. */
function decisiveVariables(document: DocumentNode): string[] {
  const found = new Set<string>();
  const collect = {
    Variable: ({ name }: { readonly name: { readonly value: string } }) => {
      found.add(name.value);
    },
  };
  visit(document, {
    Argument: (node) => {
      if (node.name.value === 'first') visit(node, collect);
    },
    Directive: (node) => {
      visit(node, collect);
    },
  });
  return [...found];
}
