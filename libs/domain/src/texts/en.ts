import type { ZH_CN } from './zh-CN.js';
import { EN_DICTIONARIES } from './en/dictionaries.js';
import { EN_ELIGIBILITY } from './en/eligibility.js';
import { EN_ERRORS } from './en/errors.js';
import { EN_FIELDS } from './en/fields.js';
import { EN_FORMS } from './en/forms.js';
import { EN_MESSAGES } from './en/messages.js';
import { EN_NOTICES } from './en/notices.js';
import { EN_PROBLEMS } from './en/problems.js';
import { EN_RENEWALS } from './en/renewals.js';
import { EN_REQUESTS } from './en/requests.js';
import { EN_STANDING } from './en/standing.js';
import { EN_STATES } from './en/states.js';
import { EN_WORKFLOW } from './en/workflow.js';

/** Every English text; the type makes a missing or surplus key a compile error. */
export const EN: Readonly<Record<keyof typeof ZH_CN, string>> = {
  ...EN_STATES,
  ...EN_WORKFLOW,
  ...EN_ELIGIBILITY,
  ...EN_FIELDS,
  ...EN_FORMS,
  ...EN_DICTIONARIES,
  ...EN_PROBLEMS,
  ...EN_ERRORS,
  ...EN_NOTICES,
  ...EN_MESSAGES,
  ...EN_RENEWALS,
  ...EN_REQUESTS,
  ...EN_STANDING,
};
