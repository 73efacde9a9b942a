import { tables } from '../data/tables.ts';
import type { Locale } from '../data/types.ts';
import { OURS } from './plain.ts';
import { readTextSources } from './sources.ts';
import { buildTexts } from './texts.ts';

let built: Record<Locale, Record<string, string>> | undefined;

/**
 * The words on the charts in one language, from `src/content/chart`, read once per build; both languages are checked.
 * @throws as {@link buildTexts}
 */
export function readChartWords(locale: Locale): Record<string, string> {
  built ??= buildTexts('chart', readTextSources('chart'), tables(), OURS);
  return built[locale];
}
