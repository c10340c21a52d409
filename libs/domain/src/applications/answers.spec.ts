import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { someFacts } from '../eligibility/facts.fixture.js';
import { DEFAULT_RULE_PARAMETERS } from '../eligibility/parameters.js';
import { withAnswers } from '../eligibility/with-answers.js';
import { answerProblems, askedFields, missingFields, normaliseAnswers } from './answers.js';
import { TESTING_INITIAL } from './testing-initial.js';

const TODAY = '2026-11-24';
const job = { from: '2020-01-01', to: null, unit: '演示检测有限公司', kind: 'TESTING' };

const problemsOf = (answers: Record<string, unknown>) =>
  answerProblems(TESTING_INITIAL, answers, TODAY).map(({ path, key }) => [path, key]);

describe('A typed answer', () => {
  it.each([
    ['a choice of the list', { testingNature: 'PERIODIC' }],
    ['a whole number in range', { workYears: 0 }],
    ['an open job', { workRecords: [job] }],
    ['a date today', { visionExamDate: TODAY }],
    ['an end of validity in the future', { lowerCertificateValidTo: '2030-01-01' }],
    ['an empty value', { remark: '', testingNature: null, workRecords: [] }],
    ['a remark of 500 rare characters', { remark: '𬱖'.repeat(500) }],
  ])('is accepted: %s', (_title, answers) => {
    expect(problemsOf(answers)).toEqual([]);
  });

  it.each([
    ['an unknown field', { shoeSize: 42 }, 'problem.unknownField'],
    ['a field of the profile', { name: '张三' }, 'problem.unknownField'],
    ['a choice off the list', { testingNature: 'WELDING' }, 'problem.choice'],
    ['a fraction of a year', { workYears: 1.5 }, 'problem.integer'],
    ['too many years', { workYears: 61 }, 'problem.integer'],
    ['a number as text', { workYears: '3' }, 'problem.integer'],
    ['a date that does not exist', { visionExamDate: '2026-02-30' }, 'problem.date'],
    ['a date in the future', { visionExamDate: '2026-11-25' }, 'problem.dateFuture'],
    ['a remark of 501 characters', { remark: '字'.repeat(501) }, 'problem.maxLength'],
    ['a remark that is no text', { remark: 7 }, 'problem.text'],
    ['a job without a unit', { workRecords: [{ ...job, unit: ' ' }] }, 'problem.records'],
    ['a list that is no list', { workRecords: 'job' }, 'problem.records'],
    [
      'a job that ends before it begins',
      { workRecords: [{ ...job, to: '2019-01-01' }] },
      'problem.dateOrder',
    ],
    [
      'a job in the future',
      { workRecords: [{ ...job, from: '2027-01-01' }] },
      'problem.dateFuture',
    ],
    ['21 jobs', { workRecords: Array.from({ length: 21 }, () => job) }, 'problem.recordCount'],
  ])('is refused: %s', (_title, answers, key) => {
    expect(problemsOf(answers)).toEqual([[Object.keys(answers)[0], key]]);
  });

  it('never makes the check fail, whatever JSON it is', () => {
    const ids = TESTING_INITIAL.fields.map(({ id }) => id);
    fc.assert(
      fc.property(fc.constantFrom(...ids), fc.jsonValue(), (id, value) => {
        expect(() => answerProblems(TESTING_INITIAL, { [id]: value }, TODAY)).not.toThrow();
        expect(() => withAnswers(someFacts(), { [id]: value })).not.toThrow();
      }),
    );
  });
});

describe('Answers as they are stored', () => {
  it('are trimmed, dated in one form and null when empty', () => {
    expect(
      normaliseAnswers(TESTING_INITIAL, {
        remark: '  无 ',
        visionExamDate: '2026年3月27日',
        lowerCertificateNo: '   ',
        workYears: 3,
      }),
    ).toEqual({
      remark: '无',
      visionExamDate: '2026-03-27',
      lowerCertificateNo: null,
      workYears: 3,
    });
  });

  it('stay the same when stored again', () => {
    const ids = TESTING_INITIAL.fields.map(({ id }) => id);
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...ids), fc.jsonValue()), (answers) => {
        const once = normaliseAnswers(TESTING_INITIAL, answers);
        expect(normaliseAnswers(TESTING_INITIAL, once)).toEqual(once);
      }),
    );
  });
});

describe('What is still missing', () => {
  const direct = { facts: someFacts(), parameters: DEFAULT_RULE_PARAMETERS };
  const notDirect = {
    facts: someFacts({ education: 'COLLEGE' }),
    parameters: DEFAULT_RULE_PARAMETERS,
  };
  const person = {
    name: '演示甲',
    sex: 'MALE',
    birthDate: '1996-05-01',
    idType: 'RESIDENT_ID',
    idNumber: '340101199605010009',
    education: 'BACHELOR',
    graduationDate: '2018-07-01',
    majorType: 'STEM',
    major: '机械工程',
    employer: '演示检测有限公司',
    phone: '13800138000',
    postalAddress: '演示路 1 号',
  };
  const answers = {
    testingNature: 'PERIODIC',
    workRecords: [job],
    workYears: 3,
    nearVisionLeft: '5.0',
    nearVisionRight: '5.0',
    colourVision: 'NORMAL',
    visionExamDate: '2026-10-01',
    deliveryMethod: 'POST',
  };

  it('is nothing when everything asked is there', () => {
    expect(missingFields(TESTING_INITIAL, person, answers, direct)).toEqual([]);
  });

  it('includes the lower-level certificate only where it is asked for', () => {
    expect(missingFields(TESTING_INITIAL, person, answers, notDirect)).toEqual([
      'lowerCertificateNo',
      'lowerCertificateFirstIssueDate',
      'lowerCertificateValidTo',
    ]);
    expect(askedFields(TESTING_INITIAL, direct).map(({ id }) => id)).not.toContain(
      'lowerCertificateNo',
    );
  });

  it('names gaps of the profile too, and counts zero years as an answer', () => {
    const gaps = missingFields(
      TESTING_INITIAL,
      { ...person, employer: ' ' },
      { ...answers, workYears: 0, testingNature: undefined },
      direct,
    );
    expect(gaps).toEqual(['employer', 'testingNature']);
  });
});

describe('Facts with the answers', () => {
  it('take over eyes, years and a stated lower certificate', () => {
    const facts = withAnswers(someFacts({ workYears: 1, nearVisionLeft: null }), {
      workYears: 4,
      nearVisionLeft: '4.9',
      lowerCertificateNo: 'X-1',
      lowerCertificateFirstIssueDate: '2022-01-01',
      lowerCertificateValidTo: '2027-01-01',
    });
    expect(facts).toMatchObject({ workYears: 4, nearVisionLeft: 4.9, nearVisionRight: 5.1 });
    expect(facts.heldItems).toEqual([
      {
        itemCode: 'RT-I',
        method: 'RT',
        certificateNo: 'X-1',
        firstIssueDate: '2022-01-01',
        validTo: '2027-01-01',
        source: 'TYPED',
      },
    ]);
  });

  it('leave half-typed values out', () => {
    const half = { visionExamDate: '2026', lowerCertificateNo: 'X-1', colourVision: 'GREEN' };
    expect(withAnswers(someFacts(), half)).toEqual(someFacts());
  });
});
