import { DEFAULT_LOCALE, othersOf } from '../languages.ts';

/** What a program that reads no settings is told of the languages: whoever bundles one writes it in. */
export const FOLDERS = { LANGUAGE_FOLDERS: JSON.stringify(othersOf(DEFAULT_LOCALE)) };
