import { PlansDocument } from '@kaopu/graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPlan } from '../builders/plans.js';
import { withReferenceData } from '../builders/reference-data.js';
import { ApiHarness } from '../support/api-harness.js';

describe('Exam plans', () => {
  let api: ApiHarness;

  beforeAll(async () => {
    api = await ApiHarness.start();
    await withReferenceData(api);
  });
  afterAll(() => api.stop());

  it('are shown to everybody with institution, places and seats left', async () => {
    const { id } = await aPlan(api, { capacity: 30, taken: 12 });
    const { plans } = await api.browser().send(PlansDocument, { filter: {}, first: 20 });
    expect(plans.edges.map(({ node }) => node).find((plan) => plan.id === id)).toMatchObject({
      seatsTotal: 30,
      seatsLeft: 18,
      institution: { code: 'EI-34', name: '示例安徽考试中心（演示）' },
    });
  });
});
