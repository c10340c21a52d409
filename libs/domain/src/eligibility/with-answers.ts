import { isLocalDate } from '../dates/local-date.js';
import { isDictionaryCode, type ColourVision } from '../dictionaries/dictionaries.js';
import { comparedWithRegister, statedItems } from '../held-items/stated-items.js';
import type { EligibilityFacts, ExemptionStatements, HeldItem } from './facts.js';

type Answers = Readonly<Record<string, unknown>>;

function vision(value: unknown): number | null {
  return isDictionaryCode('nearVision', value) ? Number(value) : null;
}

function isColourVision(value: unknown): value is ColourVision {
  return isDictionaryCode('colourVision', value);
}

function typedLowerCertificate(facts: EligibilityFacts, answers: Answers): readonly HeldItem[] {
  const { lowerCertificateNo, lowerCertificateFirstIssueDate, lowerCertificateValidTo } = answers;
  const { lowerItemCode, method } = facts.item;
  if (lowerItemCode === null || typeof lowerCertificateNo !== 'string') return [];
  if (!isLocalDate(lowerCertificateFirstIssueDate) || !isLocalDate(lowerCertificateValidTo)) {
    return [];
  }
  return [
    {
      itemCode: lowerItemCode,
      method,
      certificateNo: lowerCertificateNo,
      firstIssueDate: lowerCertificateFirstIssueDate,
      validTo: lowerCertificateValidTo,
      source: 'TYPED',
    },
  ];
}

/** 持证项目 as stated, where our register says otherwise or nothing. */
function typedItems(facts: EligibilityFacts, answers: Answers): readonly HeldItem[] {
  const rows = statedItems(facts.item.code, answers);
  return comparedWithRegister(rows, facts.heldItems)
    .filter(({ differences }) => differences.length > 0)
    .map(({ stated }) => ({
      ...stated,
      method: stated.itemCode.replace(/-[^-]*$/, ''),
      source: 'TYPED',
    }));
}

const declared = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null);

const exemption = (answers: Answers): ExemptionStatements => ({
  continuousWork: declared(answers['continuousWork']),
  noPenalty: declared(answers['noPenalty']),
  continuingEducation: declared(answers['continuingEducation']),
});

/** The facts with what the person has typed in the application so far; half-typed values are left out. */
export function withAnswers(facts: EligibilityFacts, answers: Answers): EligibilityFacts {
  const { workYears, colourVision, visionExamDate, previousExamDate } = answers;
  return {
    ...facts,
    workYears: typeof workYears === 'number' ? workYears : facts.workYears,
    nearVisionLeft: vision(answers['nearVisionLeft']) ?? facts.nearVisionLeft,
    nearVisionRight: vision(answers['nearVisionRight']) ?? facts.nearVisionRight,
    colourVision: isColourVision(colourVision) ? colourVision : facts.colourVision,
    visionExamDate: isLocalDate(visionExamDate) ? visionExamDate : facts.visionExamDate,
    heldItems: [
      ...facts.heldItems,
      ...typedLowerCertificate(facts, answers),
      ...typedItems(facts, answers),
    ],
    previousExamDate: isLocalDate(previousExamDate) ? previousExamDate : facts.previousExamDate,
    exemption: exemption(answers),
  };
}
