import { ZH_ELIGIBILITY } from './zh-CN/eligibility.js';
import { ZH_ERRORS } from './zh-CN/errors.js';
import { ZH_FIELDS } from './zh-CN/fields.js';
import { ZH_DICTIONARIES } from './zh-CN/dictionaries.js';
import { ZH_FORMS } from './zh-CN/forms.js';
import { ZH_MESSAGES } from './zh-CN/messages.js';
import { ZH_NOTICES } from './zh-CN/notices.js';
import { ZH_PROBLEMS } from './zh-CN/problems.js';
import { ZH_RENEWALS } from './zh-CN/renewals.js';
import { ZH_REQUESTS } from './zh-CN/requests.js';
import { ZH_STANDING } from './zh-CN/standing.js';
import { ZH_STATES } from './zh-CN/states.js';
import { ZH_WORKFLOW } from './zh-CN/workflow.js';

/** Every Chinese text; the default language and the list of keys the other languages must match. */
export const ZH_CN = {
  ...ZH_STATES,
  ...ZH_WORKFLOW,
  ...ZH_ELIGIBILITY,
  ...ZH_FIELDS,
  ...ZH_FORMS,
  ...ZH_DICTIONARIES,
  ...ZH_PROBLEMS,
  ...ZH_ERRORS,
  ...ZH_NOTICES,
  ...ZH_MESSAGES,
  ...ZH_RENEWALS,
  ...ZH_REQUESTS,
  ...ZH_STANDING,
};
