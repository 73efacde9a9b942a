import type WrittenFile from '#words/pictures.json';
import { readTextSources } from '../copy/sources.ts';
import { buildTexts } from '../copy/texts.ts';
import { perTables } from '../data/tables.ts';
import type { Locale } from '../data/types.ts';

/** The texts of pictures, packages and kits by key. `%names%` are filled in by `fill`. */
export type PictureWords = { readonly [Key in keyof typeof WrittenFile]: string };

const built = perTables((data) => buildTexts('pictures', readTextSources('pictures'), data) as Record<Locale, PictureWords>);

/**
 * The texts of pictures, packages and kits in one language, from `src/content/CODE/pictures.json`, read once per build; both
 * languages are checked.
 * @throws as `buildTexts`
 */
export function readPictureWords(locale: Locale): PictureWords {
  return built()[locale];
}
