import type zhFile from '../content/ui/zh.json';
import { tables } from '../data/tables.ts';
import type { Locale } from '../data/types.ts';
import { readTextSources } from './sources.ts';
import { buildTexts } from './texts.ts';

/** The interface's texts by key. `%names%` are filled in by `fill`. */
export type Ui = { readonly [Key in keyof typeof zhFile]: string };

let built: Record<Locale, Ui> | undefined;

/**
 * The interface's texts in one language, from `src/content/ui`, read once per build; both languages are checked.
 * @throws as {@link buildTexts}, which also makes sure that both files have the keys of `zh.json`
 */
export function readUi(locale: Locale): Ui {
  built ??= buildTexts('ui', readTextSources('ui'), tables()) as Record<Locale, Ui>;
  return built[locale];
}

/** What is heard before each figure of ours, where a page shows ƒ. */
export const heardSign = (locale: Locale): string => `${readUi(locale).heardOurs} `;
