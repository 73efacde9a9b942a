import type WrittenFile from '#words/ui.json';
import { correctedWord } from '../data/format.ts';
import { perTables } from '../data/tables.ts';
import type { Fact, Locale, Qualifier } from '../data/types.ts';
import { readTextSources } from './sources.ts';
import { buildTexts } from './texts.ts';

/** The interface's texts by key. `%names%` are filled in by `fill`. */
export type Ui = { readonly [Key in keyof typeof WrittenFile]: string };

const built = perTables((data) => buildTexts('ui', readTextSources('ui'), data) as Record<Locale, Ui>);

/**
 * The interface's texts in one language, from `src/content/CODE/ui.json`, read once per build; both languages are checked.
 * @throws as {@link buildTexts}, which also makes sure that both files have the keys of `zh.json`
 */
export function readUi(locale: Locale): Ui {
  return built()[locale];
}

/** How exact a fact is, in full: on the data page and on the card of a source. A corrected fact is not what the source prints. */
export function exactness({ qualifier, corrected }: Fact, locale: Locale): string {
  const ui = readUi(locale);
  const words: Record<Qualifier, string> = {
    exact: ui.qualifierExact,
    more_than: ui.qualifierMoreThan,
    about: ui.qualifierAbout,
    at_least: ui.qualifierAtLeast,
    reported: ui.qualifierReported,
    quoted: ui.qualifierQuoted,
  };
  return corrected ? correctedWord(qualifier, ui.qualifierCorrected, locale) : words[qualifier];
}

/** What is heard before each figure of ours, where a page shows ƒ. */
export const heardSign = (locale: Locale): string => `${readUi(locale).heardOurs} `;
