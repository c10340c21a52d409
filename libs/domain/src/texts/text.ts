import { EN } from './en.js';
import { ZH_CN } from './zh-CN.js';

/** Languages every text exists in; zh-CN is the default. */
export type Language = 'zh-CN' | 'en';

/** A key both catalogues have; the compiler refuses a key that lacks a translation. */
export type TextKey = keyof typeof ZH_CN;

/** A parameter is a plain value, or names another text by `key` so that it is translated too. */
export type TextParam = string | number | { readonly key: string };
export type TextParams = Readonly<Record<string, TextParam>>;

/** A text not yet put into a language; travels as JSON and is rendered where it is read. */
export interface TextRef {
  readonly key: TextKey;
  readonly params: TextParams;
}

const CATALOGUES: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = {
  'zh-CN': ZH_CN,
  en: EN,
};

/** True for a key both languages have. */
export function hasText(key: string): key is TextKey {
  return Object.hasOwn(ZH_CN, key) && Object.hasOwn(EN, key);
}

/**
 * The words for `key` in `language`, with every `{param}` filled in.
 * Throws on an unknown key or a missing parameter: both are mistakes of ours, never of a user.
 */
export function text(language: Language, key: string, params: TextParams = {}): string {
  if (!hasText(key)) throw new Error(`Unknown text key: ${key}`);
  return CATALOGUES[language][key].replace(/\{(\w+)\}/g, (_match, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    if (value === undefined) throw new Error(`Text ${key} needs the parameter ${name}`);
    return typeof value === 'object' ? text(language, value.key) : String(value);
  });
}

/** The words of a text reference in `language`. */
export function renderText(language: Language, ref: TextRef): string {
  return text(language, ref.key, ref.params);
}

/** The words for a key that comes from data (a stored code), or `fallback` when there are none. */
export function textOr(language: Language, key: string, fallback: string): string {
  return hasText(key) ? text(language, key) : fallback;
}

/** Every text key, for tests and exports. */
export const TEXT_KEYS: readonly TextKey[] = Object.keys(ZH_CN).filter(hasText);
