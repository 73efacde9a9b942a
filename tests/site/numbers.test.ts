import { csvParse } from 'd3';
import { describe, expect, test } from 'vitest';
import { STEP_IDS } from '../../src/story/ids.ts';
import { elements, read, site, stepsOf, wordsOf } from './pages.ts';

const main = site('main');
const LANGUAGES = [['zh', 'index.html', '图：'], ['en', 'en/index.html', 'Figure: ']] as const;
/** Steps whose picture and text hold no number at all. */
const WITHOUT = ['opening', 'transfer', 'cut-1', 'hubei'];
// By hand, from the columns' meaning.
const EXACT: Record<string, { zh: string; en: string }> = {
  exact: { zh: '照特刊所印', en: 'as printed' },
  more_than: { zh: '超过（特刊用“余”“多”）', en: 'more than' },
  about: { zh: '约数（特刊用“约”）', en: 'about' },
  at_least: { zh: '至少（特刊用“等”，名单可能没有列完）', en: 'at least' },
  reported: { zh: '照特刊所报', en: 'as reported' },
};
const BEFORE: Record<string, { zh: string; en: string }> = { more_than: { zh: '超过', en: 'more than ' }, about: { zh: '约', en: 'about ' }, at_least: { zh: '至少', en: 'at least ' } };

interface Row { id: string; item: string; value: string; period: string; exact: string }

/** The rows of a step's table. */
function rowsOf(step: string): Row[] {
  const table = /<table[^]*?<\/table>/.exec(step)?.[0] ?? '';
  return [...table.matchAll(/<tr>\s*<th scope="row"[^>]*>([^]*?)<\/th>\s*<td[^>]*>([^]*?)<\/td>\s*<td[^>]*>([^]*?)<\/td>\s*<\/tr>/g)].map(([, item, value, last]) => {
    const [period = '', exact = ''] = last!.split(/<br[^>]*>/).map((part) => wordsOf(part).trim());
    return { id: elements(value!, 'a')[0]!['data-note']!, item: wordsOf(item!).trim(), value: wordsOf(value!).trim(), period, exact };
  });
}

const facts = new Map(csvParse(read(main, 'data/facts.utf8.csv')).map((row) => [row['id']!, row]));
const MONTHS: Record<string, { zh: string; en: string }> = { '2020-05': { zh: '2020年5月', en: 'May 2020' } };

/** A row as the published CSV has it. */
function expected(id: string, locale: 'zh' | 'en'): Row {
  const row = facts.get(id)!;
  const cell = (name: string): string => row[`${name}_${locale}`]!;
  const number = Number(row['value']);
  if (row['unit_en'] === 'rank') return { id, item: cell('label'), value: { zh: '第3位', en: '3rd' }[locale], period: cell('period'), exact: EXACT[row['qualifier']!]![locale] };
  const whole = number !== 0 && number % 10_000 === 0 && locale === 'zh';
  const digits = whole ? `${number / 10_000}万` : row['unit_en'] === 'year' && row['unit_en_one'] === 'year' && number > 1000 ? String(number) : number.toLocaleString('en-GB', { maximumFractionDigits: 2 }).replace('-', '−');
  const unit = locale === 'zh' ? row['unit_zh']! : row['unit_en'] === '%' ? '%' : digits === String(number) && number > 1000 ? '' : ` ${number === 1 ? row['unit_en_one'] : row['unit_en']}`;
  const value = row['value'] === '' ? MONTHS[row['month']!]![locale] : `${BEFORE[row['qualifier']!]?.[locale] ?? ''}${digits}${unit}`;
  return { id, item: cell('label'), value, period: cell('period'), exact: EXACT[row['qualifier']!]![locale] };
}

describe.each(LANGUAGES)('%s: the table behind each picture', (locale, file, figure) => {
  const steps = stepsOf(read(main, file));

  test('is there for every step that tells a number, with a caption of its own and heads for rows and columns', () => {
    const captions = new Set<string>();
    for (const id of STEP_IDS) {
      const step = steps.get(id)!;
      const rows = rowsOf(step);
      expect(rows.length > 0, id).toBe(!WITHOUT.includes(id));
      if (rows.length === 0) continue;
      const caption = /<caption>([^<]+)<\/caption>/.exec(step)![1]!;
      expect(caption.startsWith(figure), caption).toBe(true);
      captions.add(caption);
      expect(elements(step, 'th').filter(({ scope }) => scope === 'col')).toHaveLength(3);
      expect(elements(step, 'th').every(({ scope }) => scope === 'col' || scope === 'row'), id).toBe(true);
    }
    expect(captions.size, 'no two pictures share a caption').toBe(STEP_IDS.length - WITHOUT.length);
  });

  test('says what the published CSV says', () => {
    const rows = [...steps.values()].flatMap(rowsOf).filter(({ id }) => !id.startsWith('calc-'));
    expect(new Set(rows.map(({ id }) => id)).size, 'every fact of the CSV stands in some table').toBe(facts.size);
    for (const row of rows) expect(row).toEqual(expected(row.id, locale));
  });

  test('marks our own figures as ours', () => {
    const rows = [...steps.values()].flatMap(rowsOf).filter(({ id }) => id.startsWith('calc-'));
    expect(rows.length).toBeGreaterThanOrEqual(8);
    for (const { id, value, period } of rows) {
      expect(value.startsWith('ƒ'), id).toBe(true);
      expect(period).toBe(locale === 'zh' ? '我们的计算' : 'Our calculation');
    }
  });

  test('holds every number that the picture shows, and each number that the text links', () => {
    for (const id of STEP_IDS) {
      const step = steps.get(id)!;
      const rows = rowsOf(step);
      const linked = elements(step.replaceAll(/<table[^]*?<\/table>/g, ''), 'a').flatMap((a) => a['data-note'] ?? []);
      expect(linked.filter((fact) => !rows.some((row) => row.id === fact)), id).toEqual([]);
      const numbers = (text: string): string[] => text.match(/\d+(?:,\d{3})*(?:\.\d+)?/g) ?? [];
      // The years of its own words are no facts.
      const words = wordsOf(step.slice(0, step.indexOf('class="still"')).replaceAll(/<details[^]*?<\/details>|<a [^]*?<\/a>/g, ' '));
      const told = new Set([...numbers(words), ...rows.flatMap(({ value, period }) => numbers(`${value} ${period}`))]);
      const drawn = [...step.slice(step.indexOf('class="still"')).matchAll(/<text [^>]*>([^<]*)</g)].flatMap(([, text]) => numbers(text!));
      // The time line has the day of the source, which is no fact, and its months as numbers.
      if (id === 'target-case') for (const part of ['2021', '6', '26', '5']) told.add(part);
      expect([...new Set(drawn.filter((number) => !told.has(number)))], id).toEqual([]);
    }
  });
});
