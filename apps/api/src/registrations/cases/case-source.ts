/** How certificates names our cases, without knowing what they are. */
export const CASE_SOURCE = 'application';

export const sourceOf = (applicationId: string): string => `${CASE_SOURCE}:${applicationId}`;

/** The application's id in a source of ours. */
export const caseOfSource = (source: string): string => source.slice(CASE_SOURCE.length + 1);
