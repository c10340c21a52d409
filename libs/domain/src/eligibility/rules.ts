import { addMonths, addYears, ageOn } from '../dates/local-date.js';
import { educationAtLeast } from '../dictionaries/dictionaries.js';
import type { TextKey } from '../texts/text.js';
import { validityEnd } from '../validity/validity.js';
import { no, staff, yes, type Rule } from './answering.js';
import { lowerLevelStanding } from './lower-level.js';
import {
  exemptionConditions,
  exemptionNotRepeated,
  holdsItem,
  renewalExamWindow,
  renewalWindow,
} from './renewal-rules.js';
import {
  notInForce,
  openChangeObjection,
  openRequestObjection,
  type RequestObjection,
} from './request-rules.js';
import { resitOpen } from './resit-rules.js';
import type { RuleAnswer } from './rule-answer.js';
import type { EligibilityRuleCode } from './rule-codes.js';

const word = (dictionary: string, code: string) => ({ key: `dict.${dictionary}.${code}` });

/** Somebody near the upper limit is told that the certificate will end early (domain.md §5). */
const age: Rule = ({ birthDate, ruleDate }, parameters) => {
  const { min, below } = parameters.age;
  const years = ageOn(birthDate, ruleDate);
  const params = { age: years, min, below };
  if (years < min) return no('eligibility.AGE.tooYoung', 'eligibility.AGE.tooYoung.remedy', params);
  if (years >= below) return no('eligibility.AGE.tooOld', 'eligibility.AGE.tooOld.remedy', params);
  const end = addYears(birthDate, parameters.ageCap);
  return validityEnd(ruleDate, birthDate, parameters) === end
    ? yes('eligibility.AGE.capped', { ...params, date: end })
    : yes('eligibility.AGE.yes', params);
};

const education: Rule = ({ education: held, item }, parameters) => {
  const minimum = item.level === null ? undefined : parameters.education[item.level];
  if (minimum === undefined) return yes('eligibility.EDUCATION.notAsked');
  const params = { minimum: word('education', minimum), held: word('education', held) };
  return educationAtLeast(held, minimum)
    ? yes('eligibility.EDUCATION.yes', params)
    : no('eligibility.EDUCATION.no', 'eligibility.EDUCATION.no.remedy', params);
};

const workYears: Rule = ({ education: held, majorType, item, workYears: years }, parameters) => {
  const row = parameters.workYears.find(
    (candidate) =>
      candidate.level === item.level &&
      (candidate.majorType === 'ANY' || candidate.majorType === majorType) &&
      educationAtLeast(held, candidate.minEducation),
  );
  if (row === undefined || row.years === 0) return yes('eligibility.WORK_YEARS.notAsked');
  if (years === null) return staff('eligibility.WORK_YEARS.unknown', null, { required: row.years });
  const params = { required: row.years, years };
  return years >= row.years
    ? yes('eligibility.WORK_YEARS.yes', params)
    : no('eligibility.WORK_YEARS.no', 'eligibility.WORK_YEARS.no.remedy', params);
};

const lowerLevel: Rule = (facts, parameters) => {
  const standing = lowerLevelStanding(facts, parameters);
  switch (standing.kind) {
    case 'NOT_ASKED':
      return yes('eligibility.LOWER_LEVEL.notAsked');
    case 'DIRECT':
      return yes('eligibility.LOWER_LEVEL.direct');
    case 'UNKNOWN':
      return staff('eligibility.LOWER_LEVEL.unknown', 'eligibility.LOWER_LEVEL.unknown.remedy');
    case 'EXPIRED':
      return no('eligibility.LOWER_LEVEL.expired', 'eligibility.LOWER_LEVEL.expired.remedy', {
        date: standing.held.validTo,
      });
    case 'HELD_TOO_SHORT':
      return no('eligibility.LOWER_LEVEL.tooShort', 'eligibility.LOWER_LEVEL.tooShort.remedy', {
        date: standing.from,
      });
    case 'HELD':
      return standing.held.source === 'REGISTER'
        ? yes('eligibility.LOWER_LEVEL.held', { number: standing.held.certificateNo })
        : staff('eligibility.LOWER_LEVEL.typed', null, { number: standing.held.certificateNo });
  }
};

const baseMethod: Rule = ({ item, heldItems, ruleDate }, { baseMethods }) => {
  const params = { methods: baseMethods.join(' / ') };
  if (item.level !== 'III') return yes('eligibility.BASE_METHOD.notAsked');
  if (baseMethods.includes(item.method)) return yes('eligibility.BASE_METHOD.yes', params);
  const serves = heldItems.filter(
    ({ method, validTo }) => baseMethods.includes(method) && validTo >= ruleDate,
  );
  if (serves.some(({ source }) => source === 'REGISTER')) {
    return yes('eligibility.BASE_METHOD.yes', params);
  }
  return staff('eligibility.BASE_METHOD.unknown', 'eligibility.BASE_METHOD.unknown.remedy', params);
};

const vision: Rule = (facts, { vision: { nearMin, certificateMaxAgeMonths } }) => {
  const { nearVisionLeft, nearVisionRight, colourVision, visionExamDate, ruleDate } = facts;
  const params = { minimum: nearMin.toFixed(1), months: certificateMaxAgeMonths };
  if (visionExamDate !== null && addMonths(visionExamDate, certificateMaxAgeMonths) < ruleDate) {
    return no('eligibility.VISION.tooOld', 'eligibility.VISION.tooOld.remedy', params);
  }
  const eyes = [nearVisionLeft, nearVisionRight].filter((value) => value !== null);
  if (eyes.some((value) => value < nearMin)) {
    return no('eligibility.VISION.tooLow', 'eligibility.VISION.tooLow.remedy', params);
  }
  if (colourVision === 'WEAK' || colourVision === 'BLIND')
    return staff('eligibility.VISION.colour');
  const complete = eyes.length === 2 && colourVision !== null && visionExamDate !== null;
  return complete
    ? yes('eligibility.VISION.yes', params)
    : staff('eligibility.VISION.unknown', 'eligibility.VISION.unknown.remedy', params);
};

const notAlreadyHeld: Rule = ({ item, heldItems, ruleDate }) => {
  const held = heldItems.find(
    ({ itemCode, validTo, source }) =>
      source === 'REGISTER' && itemCode === item.code && validTo >= ruleDate,
  );
  return held === undefined
    ? yes('eligibility.NOT_ALREADY_HELD.yes')
    : no('eligibility.NOT_ALREADY_HELD.no', 'eligibility.NOT_ALREADY_HELD.no.remedy', {
        date: held.validTo,
      });
};

const noBan: Rule = ({ bans, ruleDate }) => {
  const ban = bans.find(({ from, until }) => from <= ruleDate && ruleDate <= until);
  return ban === undefined
    ? yes('eligibility.NO_BAN.yes')
    : no('eligibility.NO_BAN.no', 'eligibility.NO_BAN.no.remedy', { date: ban.until });
};

const noOpenApplication: Rule = ({ openApplications }) => {
  const [number] = openApplications;
  return number === undefined
    ? yes('eligibility.NO_OPEN_APPLICATION.yes')
    : no('eligibility.NO_OPEN_APPLICATION.no', 'eligibility.NO_OPEN_APPLICATION.no.remedy', {
        number,
      });
};

const homeProvince: Rule = ({ employerProvince, planProvince }) =>
  employerProvince === null || planProvince === null || employerProvince === planProvince
    ? yes('eligibility.HOME_PROVINCE.yes')
    : staff('eligibility.HOME_PROVINCE.other');

const toldBy = (objection: RequestObjection | null, met: TextKey): RuleAnswer =>
  objection === null ? yes(met) : no(objection.messageKey, objection.remedyKey, objection.params);

const certificateInForce: Rule = ({ certificate, ruleDate }) =>
  toldBy(notInForce(certificate, ruleDate), 'eligibility.CERTIFICATE_IN_FORCE.yes');

const noOpenRequest: Rule = ({ openRequests }) =>
  toldBy(openRequestObjection(openRequests), 'eligibility.NO_OPEN_REQUEST.yes');

const noOpenChange: Rule = ({ openRequests }) =>
  toldBy(openChangeObjection(openRequests), 'eligibility.NO_OPEN_CHANGE.yes');

/** Every rule by its code. */
export const ELIGIBILITY_RULES: Readonly<Record<EligibilityRuleCode, Rule>> = {
  AGE: age,
  EDUCATION: education,
  WORK_YEARS: workYears,
  LOWER_LEVEL: lowerLevel,
  BASE_METHOD: baseMethod,
  VISION: vision,
  NOT_ALREADY_HELD: notAlreadyHeld,
  NO_BAN: noBan,
  NO_OPEN_APPLICATION: noOpenApplication,
  HOME_PROVINCE: homeProvince,
  HOLDS_ITEM: holdsItem,
  RENEWAL_WINDOW: renewalWindow,
  RENEWAL_EXAM_WINDOW: renewalExamWindow,
  EXEMPTION_CONDITIONS: exemptionConditions,
  EXEMPTION_NOT_REPEATED: exemptionNotRepeated,
  RESIT_OPEN: resitOpen,
  CERTIFICATE_IN_FORCE: certificateInForce,
  NO_OPEN_REQUEST: noOpenRequest,
  NO_OPEN_CHANGE: noOpenChange,
};
