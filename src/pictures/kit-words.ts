import type WrittenFile from '#words/kit.json';
import { originAt, stopOn, type Fault } from '../copy/fault.ts';
import { CONTENT, readText, readTextSources } from '../copy/sources.ts';
import { buildTexts } from '../copy/texts.ts';
import { perTables } from '../data/tables.ts';
import type { Locale } from '../data/types.ts';
import { inEach, LOCALES } from '../languages.ts';
import { settings, SETTINGS_FILE } from '../settings.ts';

/** The texts of the article to paste and of the page around it, by key. `%names%` are filled in by `fill`. */
export type KitWords = { readonly [Key in keyof typeof WrittenFile]: string };

/** An official account takes no title and no summary longer than these, characters. */
export const MOST = { title: 64, digest: 120 } as const;

/** A text's length as an editor counts it: one for each character. */
export const lengthOf = (text: string): number => [...text].length;

/** What an official account would refuse of each language's title and summary, told where it stands. */
export function longFaults(titles: Readonly<Record<Locale, string>>, digests: Readonly<Record<Locale, string>>): Fault[] {
  const of = (text: string, most: number, file: string, key: string): Fault[] => {
    const source = lengthOf(text) > most ? readText(file) : '';
    const message = `${JSON.stringify(text)} has ${lengthOf(text)} characters, expected ${most} at most: an official account takes no more`;
    return source === '' ? [] : [{ ...originAt({ file, line: 1, column: 1 }, source, source.indexOf(`"${key}"`)), message: `${key}: ${message}` }];
  };
  return LOCALES.flatMap((locale) => [
    ...of(titles[locale], MOST.title, SETTINGS_FILE, 'title'),
    ...of(digests[locale], MOST.digest, `${CONTENT}/${locale}/kit.json`, 'digest'),
  ]);
}

const built = perTables((data) => {
  const words = buildTexts('kit', readTextSources('kit'), data) as Record<Locale, KitWords>;
  stopOn(longFaults(settings.title, inEach((locale) => words[locale].digest)));
  return words;
});

/**
 * The texts of the article to paste in one language, from `src/content/CODE/kit.json`, read once per build; all languages are checked.
 * @throws as `buildTexts`, and where title or summary is longer than an official account takes
 */
export const readKitWords = (locale: Locale): KitWords => built()[locale];
