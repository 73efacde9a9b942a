import { perTables } from '../data/tables.ts';
import type { Locale } from '../data/types.ts';
import { OURS } from './ours.ts';
import { readTextSources } from './sources.ts';
import { buildTexts } from './texts.ts';

const built = perTables((data) => buildTexts('chart', readTextSources('chart'), data, OURS));

/**
 * The words on the charts in one language, from `src/content/CODE/chart.json`, read once per build; both languages are checked.
 * @throws as {@link buildTexts}
 */
export function readChartWords(locale: Locale): Record<string, string> {
  return built()[locale];
}
