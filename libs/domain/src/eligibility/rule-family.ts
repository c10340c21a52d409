/** The first part of a rule parameter's code: what is of one kind, for each track or level, shares it and is read alike. */
export const ruleFamily = (code: string): string => code.split('.')[0] ?? code;
