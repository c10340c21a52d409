/** A setting that is missing or cannot be used; `message` is meant for the operator. */
export class SettingError extends Error {}
