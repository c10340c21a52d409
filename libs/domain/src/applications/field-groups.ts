import type { FieldDeclaration, SectionDeclaration } from './application-type.js';

/** A section with its fields: what several application types ask in the same way is written once. */
export interface FieldGroup {
  readonly section: string;
  readonly fields: readonly FieldDeclaration[];
}

/** Groups as the parts of a declaration, in the order they are read and filled in. */
export function asked(groups: readonly FieldGroup[]): {
  readonly fields: readonly FieldDeclaration[];
  readonly sections: readonly SectionDeclaration[];
} {
  return {
    fields: groups.flatMap(({ fields }) => fields),
    sections: groups.map(({ section, fields }) => ({
      id: section,
      fields: fields.map(({ id }) => id),
    })),
  };
}

const PERSON = { source: 'PERSON', asked: 'ALWAYS', printed: true } as const;
const ANSWER = { source: 'ANSWER', asked: 'ALWAYS', printed: true } as const;

/** Copied from the profile and frozen at submission (domain.md §13, §23). */
export const PERSON_GROUPS: readonly FieldGroup[] = [
  {
    section: 'person',
    fields: [
      { ...PERSON, id: 'name', kind: 'text', required: true, maxLength: 50 },
      {
        ...PERSON,
        id: 'sex',
        kind: 'choice',
        required: true,
        dictionary: 'sex',
        fixed: 'BY_NUMBER',
      },
      { ...PERSON, id: 'birthDate', kind: 'date', required: true, fixed: 'ALWAYS' },
      {
        ...PERSON,
        id: 'idType',
        kind: 'choice',
        required: true,
        dictionary: 'idType',
        fixed: 'ALWAYS',
      },
      { ...PERSON, id: 'idNumber', kind: 'text', required: true, maxLength: 30, fixed: 'ALWAYS' },
    ],
  },
  {
    section: 'education',
    fields: [
      { ...PERSON, id: 'education', kind: 'choice', required: true, dictionary: 'education' },
      { ...PERSON, id: 'degree', kind: 'choice', required: false, dictionary: 'degree' },
      { ...PERSON, id: 'school', kind: 'text', required: false, maxLength: 100 },
      { ...PERSON, id: 'graduationDate', kind: 'date', required: true },
      { ...PERSON, id: 'majorType', kind: 'choice', required: true, dictionary: 'majorType' },
      {
        ...PERSON,
        id: 'major',
        kind: 'text',
        required: true,
        maxLength: 100,
        carries: ['majorCatalogue', 'majorCode'],
      },
      { ...PERSON, id: 'title', kind: 'choice', required: false, dictionary: 'title' },
    ],
  },
  {
    section: 'employer',
    fields: [
      {
        ...PERSON,
        id: 'employer',
        kind: 'text',
        required: true,
        maxLength: 100,
        carries: ['divisionCode'],
      },
      {
        ...PERSON,
        id: 'employerType',
        kind: 'choice',
        required: false,
        printed: false,
        dictionary: 'employerType',
      },
      { ...PERSON, id: 'employerAddress', kind: 'text', required: false, maxLength: 200 },
      { ...PERSON, id: 'postcode', kind: 'text', required: false, maxLength: 6 },
      { ...PERSON, id: 'phone', kind: 'text', required: true, maxLength: 11 },
      { ...PERSON, id: 'email', kind: 'text', required: false, maxLength: 254 },
      { ...PERSON, id: 'postalAddress', kind: 'text', required: true, maxLength: 200 },
    ],
  },
];

/** What our register knows the person to hold; nobody types it. */
export const REGISTERED_ITEMS: FieldGroup = {
  section: 'heldItems',
  fields: [{ ...PERSON, id: 'heldItems', kind: 'heldItems', required: false, fixed: 'ALWAYS' }],
};

/** 持证项目 as the person states them, proposed from the register (manual ch. 5, 6). */
export const STATED_ITEMS: FieldGroup = {
  section: 'heldItems',
  fields: [{ ...ANSWER, id: 'statedItems', kind: 'heldItems', required: true }],
};

/** Manual ch. 7 asks for the dates of the one certificate; the number makes it findable. */
export const STATED_CERTIFICATE: FieldGroup = {
  section: 'certificate',
  fields: [
    { ...ANSWER, id: 'certificateNo', kind: 'text', required: false, maxLength: 50 },
    { ...ANSWER, id: 'certificateFirstIssueDate', kind: 'date', required: true },
    {
      ...ANSWER,
      id: 'certificateValidTo',
      kind: 'date',
      required: true,
      notBefore: 'certificateFirstIssueDate',
    },
  ],
};

export const TESTING_NATURE: FieldGroup = {
  section: 'testing',
  fields: [
    {
      ...ANSWER,
      id: 'testingNature',
      kind: 'choice',
      required: true,
      dictionary: 'testingNature',
    },
  ],
};

export const INSPECTION_NATURE: FieldGroup = {
  section: 'inspection',
  fields: [
    {
      ...ANSWER,
      id: 'inspectionNature',
      kind: 'choice',
      required: true,
      dictionary: 'inspectionNature',
    },
  ],
};

export const WORK: FieldGroup = {
  section: 'work',
  fields: [
    { ...ANSWER, id: 'workYears', kind: 'integer', required: true, range: [0, 60] },
    { ...ANSWER, id: 'workRecords', kind: 'workRecords', required: true },
  ],
};

export const VISION: FieldGroup = {
  section: 'vision',
  fields: [
    { ...ANSWER, id: 'nearVisionLeft', kind: 'choice', required: true, dictionary: 'nearVision' },
    { ...ANSWER, id: 'nearVisionRight', kind: 'choice', required: true, dictionary: 'nearVision' },
    { ...ANSWER, id: 'colourVision', kind: 'choice', required: true, dictionary: 'colourVision' },
    { ...ANSWER, id: 'visionExamDate', kind: 'date', required: true, printed: false },
  ],
};

const LOWER = { source: 'ANSWER', asked: 'LOWER_CERTIFICATE_NEEDED', printed: true } as const;

export const LOWER_CERTIFICATE: FieldGroup = {
  section: 'lowerCertificate',
  fields: [
    { ...LOWER, id: 'lowerCertificateNo', kind: 'text', required: true, maxLength: 50 },
    { ...LOWER, id: 'lowerCertificateFirstIssueDate', kind: 'date', required: true },
    {
      ...LOWER,
      id: 'lowerCertificateValidTo',
      kind: 'date',
      required: true,
      notBefore: 'lowerCertificateFirstIssueDate',
    },
  ],
};

/**
 * 补考科目 and 上次考试时间 (manual ch. 6). With results of ours `previousExamNo` names the case they
 * belong to, and all three are the system's; without, the person types them (domain.md §7 note 3).
 */
export const RESIT: FieldGroup = {
  section: 'resit',
  fields: [
    {
      ...ANSWER,
      id: 'previousExamNo',
      kind: 'text',
      required: false,
      maxLength: 16,
      writer: 'SYSTEM',
    },
    {
      ...ANSWER,
      id: 'previousExamDate',
      kind: 'date',
      required: true,
      closedBy: 'previousExamNo',
    },
    {
      ...ANSWER,
      id: 'resitSubjects',
      kind: 'subjects',
      required: true,
      closedBy: 'previousExamNo',
    },
  ],
};

const DECLARED = { ...ANSWER, kind: 'boolean', required: true } as const;

/** 免考换证条件 as the person declares them; the real list is not published (domain.md §7 note 2). */
export const EXEMPTION: FieldGroup = {
  section: 'exemption',
  fields: [
    { ...DECLARED, id: 'continuousWork' },
    { ...DECLARED, id: 'noPenalty' },
    { ...DECLARED, id: 'continuingEducation' },
  ],
};

export const DELIVERY: FieldGroup = {
  section: 'delivery',
  fields: [
    {
      ...ANSWER,
      id: 'deliveryMethod',
      kind: 'choice',
      required: true,
      printed: false,
      dictionary: 'deliveryMethod',
    },
    { ...ANSWER, id: 'remark', kind: 'multiline', required: false, printed: false, maxLength: 500 },
  ],
};
