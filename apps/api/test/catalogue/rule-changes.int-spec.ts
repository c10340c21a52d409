import {
  PlanRuleChangeDocument,
  RuleParametersDocument,
  WithdrawRuleChangeDocument,
  type PlanRuleChangeInput,
} from '@kaopu/graphql';
import { EntityManager, type ObjectLiteral } from 'typeorm';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { RuleParametersReader } from '../../src/catalogue/rules/rule-parameters-reader.js';
import { signedInCandidate, signedInStaff, type SignedIn } from '../builders/accounts.js';
import { newKey } from '../builders/drafts.js';
import { withReferenceData } from '../builders/reference-data.js';
import { ApiHarness } from '../support/api-harness.js';

const TOMORROW = '2026-11-25';

describe('rules that an administrator changes', () => {
  let api: ApiHarness;
  let administrator: SignedIn;
  beforeAll(async () => {
    api = await ApiHarness.start();
    await withReferenceData(api);
    administrator = await signedInStaff(api, ['SYSADMIN']);
  });
  afterAll(() => api.stop());

  const plan = async (
    input: Partial<PlanRuleChangeInput> & { readonly code: string },
    by: SignedIn = administrator,
  ) => {
    const whole = {
      ...{ value: 45, validFrom: '2027-01-01', source: '演示文件〔2026〕1号' },
      ...{ idempotencyKey: newKey(), ...input },
    };
    return (await by.send(PlanRuleChangeDocument, { input: whole })).planRuleChange;
  };

  const withdraw = async (code: string, validFrom: string) => {
    const input = { code, validFrom, idempotencyKey: newKey() };
    return (await administrator.send(WithdrawRuleChangeDocument, { input })).withdrawRuleChange;
  };

  const valuesOf = async (code: string) => {
    const { ruleParameters } = await administrator.send(RuleParametersDocument, {});
    return ruleParameters.find(({ rule }) => rule === code)?.values ?? [];
  };

  const days = (date: string) =>
    api.app.get(RuleParametersReader).number('returnDeadlineDays', date);

  it('hold from the day on, and until then as before', async () => {
    expect(await plan({ code: 'returnDeadlineDays' })).toMatchObject({
      rule: 'returnDeadlineDays',
      values: [
        { value: 45, phase: 'PLANNED', withdrawable: true, validFrom: '2027-01-01' },
        { value: 30, phase: 'CURRENT', withdrawable: false },
      ],
    });
    expect(await days('2026-12-31')).toBe(30);
    expect(await days('2027-01-01')).toBe(45);
  });

  it('outlast the loading of the shipped data, which a start-up repeats', async () => {
    await plan({ code: 'cheatingBanMonths', value: 24 });
    expect(await withReferenceData(api)).toBe(0);
    const reader = api.app.get(RuleParametersReader);
    expect(await reader.number('cheatingBanMonths', '2026-12-31')).toBe(12);
    expect(await reader.number('cheatingBanMonths', '2027-06-01')).toBe(24);
  });

  it('are on record with who planned what', async () => {
    await plan({ code: 'restoreDays', value: 14 });
    const [row] = await api.db.query<{ actor: string; details: string }[]>(
      `SELECT actor_id AS actor, CAST(details AS char) AS details FROM audit_log
       WHERE operation = 'planRuleChange' AND subject_id = 'restoreDays'`,
    );
    expect(row?.actor).toBe(administrator.accountId);
    expect(JSON.parse(row?.details ?? '')).toMatchObject({ validFrom: '2027-01-01', value: 14 });
  });

  it('happen once when they are asked for twice', async () => {
    const idempotencyKey = newKey();
    const input = { code: 'accountsPerPhone', value: 4, idempotencyKey };
    expect(await plan(input)).toEqual(await plan(input));
    expect(await valuesOf('accountsPerPhone')).toHaveLength(2);
  });

  it.each([
    ['today', { validFrom: '2026-11-24' }, 'validFrom', 'problem.ruleFromTomorrow'],
    ['without a source', { source: ' ' }, 'source', 'problem.ruleSource'],
    ['to what nobody can read', { value: 'soon' }, 'value', 'problem.ruleValue'],
  ])('do not change %s', async (_, change, path, key) => {
    expect(await plan({ code: 'resitMonths', ...change })).toMatchObject({
      code: 'VALIDATION',
      problems: [{ path, key }],
    });
    expect(await valuesOf('resitMonths')).toHaveLength(1);
  });

  describe('have one change a day, when two administrators plan it at once', () => {
    afterEach(() => void vi.restoreAllMocks());

    const together = async (code: string) => {
      const other = await signedInStaff(api, ['SYSADMIN']);
      const change = { code, validFrom: TOMORROW };
      return Promise.allSettled([
        plan({ ...change, value: 60 }),
        plan({ ...change, value: 61 }, other),
      ]);
    };

    it('and the other is told that the day is taken', async () => {
      const answers = (await together('ageCap')).map((one) => {
        if (one.status === 'rejected') throw one.reason;
        return one.value;
      });
      expect(answers.filter((answer) => 'values' in answer)).toHaveLength(1);
      expect(answers).toContainEqual(
        expect.objectContaining({
          problems: [expect.objectContaining({ key: 'problem.ruleDayTaken' })],
        }),
      );
      expect(await valuesOf('ageCap')).toHaveLength(2);
    });

    it('but meets an accident, did they not wait for each other (control)', async () => {
      const everybody = Promise.withResolvers<undefined>();
      let reading = 0;
      const ask = EntityManager.prototype.query;
      vi.spyOn(EntityManager.prototype, 'query').mockImplementation(async function (
        this: EntityManager,
        sql: string,
        values?: unknown[] | ObjectLiteral,
      ) {
        if (!/FROM rule_parameter.* FOR UPDATE/.test(sql)) return ask.call(this, sql, values);
        const rows = await ask.call(this, sql.replace(' FOR UPDATE', ''), values);
        if (++reading === 2) everybody.resolve(undefined);
        await everybody.promise;
        return rows;
      });
      const answers = (await together('restoreDays')).map(({ status }) => status);
      expect(answers.toSorted()).toEqual(['fulfilled', 'rejected']);
    });
  });

  it('may be withdrawn until they begin; what was shipped never', async () => {
    await plan({ code: 'consecutiveExemptions', value: 2, validFrom: TOMORROW });
    expect(await withdraw('consecutiveExemptions', TOMORROW)).toMatchObject({
      values: [{ value: 1, phase: 'CURRENT' }],
    });
    expect(await withdraw('consecutiveExemptions', TOMORROW)).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await withdraw('consecutiveExemptions', '2019-06-01')).toMatchObject({
      code: 'STATE_INVALID',
    });
  });

  it('cannot be withdrawn once they hold', async () => {
    await plan({ code: 'validityYears.TESTING', value: 4, validFrom: TOMORROW });
    await api.db.query(
      "UPDATE rule_parameter SET valid_from = '2026-11-20' WHERE code = 'validityYears.TESTING' AND valid_from = ?",
      [TOMORROW],
    );
    expect(await withdraw('validityYears.TESTING', '2026-11-20')).toMatchObject({
      code: 'STATE_INVALID',
    });
    expect((await valuesOf('validityYears.TESTING'))[0]).toMatchObject({
      phase: 'CURRENT',
      value: 4,
    });
  });

  it('are not those that nothing reads yet', async () => {
    expect(await plan({ code: 'applicationFee', value: 100 })).toMatchObject({
      code: 'STATE_INVALID',
    });
    const { ruleParameters } = await administrator.send(RuleParametersDocument, {});
    expect(ruleParameters).toContainEqual(
      expect.objectContaining({ rule: 'applicationFee', inUse: false, changeable: false }),
    );
  });

  it('are known rules only', async () => {
    expect(await plan({ code: 'invented' })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are read by auditors, who change none, and by nobody else', async () => {
    const auditor = await signedInStaff(api, ['AUDITOR']);
    const { ruleParameters } = await auditor.send(RuleParametersDocument, {});
    expect(ruleParameters.length).toBeGreaterThan(50);
    expect(ruleParameters.filter(({ changeable }) => changeable)).toEqual([]);
    expect(ruleParameters.flatMap(({ values }) => values)).not.toContainEqual(
      expect.objectContaining({ withdrawable: true }),
    );
    await expect(plan({ code: 'restoreDays' }, auditor)).rejects.toThrow('FORBIDDEN');
    const candidate = await signedInCandidate(api);
    await expect(candidate.send(RuleParametersDocument, {})).rejects.toThrow('FORBIDDEN');
  });
});
