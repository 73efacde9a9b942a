import type { Locale } from './data/types.ts';
import { settings } from './settings.ts';

/** The languages of the piece by code, as the settings list them: nothing else of the program knows one. */
const LANGUAGES = new Map(settings.languages.map((language) => [language.code as Locale, language]));

/** The code of every language, in the order of the settings. */
export const LOCALES: readonly Locale[] = [...LANGUAGES.keys()];

/** The language that is served at the site's root: the one that the settings mark, or their first. */
export const DEFAULT_LOCALE: Locale = LOCALES.find((code) => LANGUAGES.get(code)!.default) ?? LOCALES[0]!;

/** The language of the source: what is quoted of it, and what the ledger guards, is in this one. */
export const SOURCE_LOCALE: Locale = LOCALES.find((code) => LANGUAGES.get(code)!.source) ?? DEFAULT_LOCALE;

/**
 * The same thing made for each language.
 * @returns it by code
 */
export const inEach = <Thing>(make: (locale: Locale) => Thing): Readonly<Record<Locale, Thing>> =>
  Object.fromEntries(LOCALES.map((locale) => [locale, make(locale)])) as Record<Locale, Thing>;

/** Each language as pages name it: BCP 47, with script and region for Chinese, after which browsers choose its glyphs. */
export const LANG = inEach((locale) => LANGUAGES.get(locale)!.tag ?? locale);

/** Each language in its own words, as a link to it says. */
export const LANGUAGE_NAMES = inEach((locale) => LANGUAGES.get(locale)!.name);

/** The page of each language that is a file to hand on, as a teacher would look for it, without its ending. */
export const OFFLINE_NAMES = inEach((locale) => LANGUAGES.get(locale)!.offline ?? `lesson-${locale}`);

/** The languages that a page leads to. */
export const othersOf = (locale: Locale): readonly Locale[] => LOCALES.filter((each) => each !== locale);

/** Where the pages of a language lie under the site's root: the default's at it. */
export const folderOf = (locale: Locale): string => (locale === DEFAULT_LOCALE ? '' : `/${locale}`);

/** Whether a language is written in Han characters, which stand close and need no space between words. */
export const isHan = (locale: Locale): boolean => /^Han[st]?$/.test(new Intl.Locale(LANG[locale]).maximize().script ?? '');
