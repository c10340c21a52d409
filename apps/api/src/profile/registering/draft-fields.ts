/** Names a draft may hold: the fields of RegisterInput and PersonInput, never the password. */
const DRAFT_FIELDS: ReadonlySet<string> = new Set([
  'idType',
  'idNumber',
  'idCountry',
  'name',
  'sex',
  'birthDate',
  'education',
  'degree',
  'school',
  'graduationDate',
  'majorType',
  'major',
  'majorCatalogue',
  'majorCode',
  'title',
  'employer',
  'employerType',
  'employerAddress',
  'divisionCode',
  'postalAddress',
  'postcode',
  'email',
  'workYears',
]);

/** Room for every field at its longest, in bytes of JSON. */
const MAX_BYTES = 8_000;

export type DraftValue = string | number | boolean | null;
export type DraftFields = Readonly<
  Record<string, DraftValue | Readonly<Record<string, DraftValue>>>
>;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isDraftValue = (value: unknown): value is DraftValue =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

function knownValues(fields: Readonly<Record<string, unknown>>): Record<string, DraftValue> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      (field): field is [string, DraftValue] =>
        DRAFT_FIELDS.has(field[0]) && isDraftValue(field[1]),
    ),
  );
}

/**
 * The draft after `typed` was laid over what was `kept`. Half-typed values are kept as they are;
 * names the form does not have are dropped, so that nothing else comes to be stored.
 * `person` may also come as an object, as in RegisterInput.
 *
 * @returns null when it would hold too much.
 */
export function mergeDraft(
  kept: DraftFields,
  typed: Readonly<Record<string, unknown>>,
): DraftFields | null {
  const { person } = typed;
  const merged: DraftFields = {
    ...kept,
    ...knownValues(typed),
    ...(isRecord(person) && {
      person: {
        ...(isRecord(kept['person']) && knownValues(kept['person'])),
        ...knownValues(person),
      },
    }),
  };
  return Buffer.byteLength(JSON.stringify(merged)) > MAX_BYTES ? null : merged;
}
