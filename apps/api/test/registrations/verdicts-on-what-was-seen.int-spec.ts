import { ReviewPageDocument, SetVerdictsDocument, type ReviewPageQuery } from '@kaopu/graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withReferenceData } from '../builders/reference-data.js';
import { ApiHarness } from '../support/api-harness.js';
import { ReviewedCase } from './reviewed-case.js';

type Seen = ReviewPageQuery['application']['reviewTargets'][number];

describe('A verdict is about what its reviewer saw', () => {
  let api: ApiHarness;
  let one: ReviewedCase;
  beforeAll(async () => {
    api = await ApiHarness.start();
    await withReferenceData(api);
  });
  beforeEach(async () => {
    one = await ReviewedCase.start(api);
  });
  afterAll(() => api.stop());

  const page = async () =>
    (await one.reviewer.send(ReviewPageDocument, { id: one.id })).application;

  const target = async (name: string): Promise<Seen> => {
    const found = (await page()).reviewTargets.find((each) => each.target === name);
    if (!found) throw new Error(`${name} is not judged.`);
    return found;
  };

  const give = async (
    { targetKind, target, seen }: Omit<Seen, 'due'>,
    objection: { readonly reasonCode: string; readonly note?: string } | null = null,
  ) => {
    const verdict = { targetKind, target, seen, ok: objection === null, ...objection };
    const input = { ...(await one.command()), verdicts: [verdict] };
    return (await one.reviewer.send(SetVerdictsDocument, { input })).setVerdicts;
  };

  it('is refused for a file that was replaced since, also with the newest version', async () => {
    const seen = await target('FORM_SIGNED');
    await one.signForm('ANOTHER FORM');
    expect(await give(seen)).toMatchObject({
      __typename: 'InvalidInputError',
      problems: [{ path: 'FORM_SIGNED', key: 'problem.changedMeanwhile' }],
    });
    expect((await page()).verdicts).toEqual([]);
    expect(await give(await target('FORM_SIGNED'))).toMatchObject({ __typename: 'Application' });
  });

  it('is refused for what was seen of another part or another case', async () => {
    const { seen } = await target('DIPLOMA');
    expect(await give({ targetKind: 'SLOT', target: 'VISION', seen })).toMatchObject({
      problems: [{ path: 'VISION', key: 'problem.changedMeanwhile' }],
    });
    const elsewhere = await target('workYears');
    one = await ReviewedCase.start(api);
    expect(await give(elsewhere)).toMatchObject({ problems: [{ path: 'workYears' }] });
  });

  it('may object to a paper nobody handed in', async () => {
    const paper = await target('EDU_REPORT');
    expect(paper.due).toBe(false);
    expect(await give(paper, { reasonCode: 'FILE_INCOMPLETE' })).toMatchObject({
      verdicts: [{ target: 'EDU_REPORT', ok: false, stale: false }],
    });
  });

  it.each([
    ['cannot be answered', { reasonCode: 'CONDITIONS_NOT_MET', note: '演示' }, 'returnReason'],
    ['needs a note', { reasonCode: 'FIELD_UNCLEAR', note: ' ' }, 'returnNote'],
  ])('takes no reason that %s', async (_what, objection, key) => {
    expect(await give(await target('workYears'), objection)).toMatchObject({
      problems: [{ path: 'workYears', key: `problem.${key}` }],
    });
  });

  it('is not given on what the registration settled, for nobody could correct it', async () => {
    const { seen } = await target('workYears');
    const number = { targetKind: 'FIELD' as const, target: 'idNumber', seen };
    expect(await give(number, { reasonCode: 'FIELD_WRONG', note: '演示' })).toMatchObject({
      problems: [{ path: 'idNumber', key: 'problem.unknownField' }],
    });
  });
});
