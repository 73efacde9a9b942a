import { Workbook } from '@cj-tech-master/excelts';
import { calculateFormulas } from '@cj-tech-master/excelts/formula';
import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../src/languages.ts';
import { derivedById } from '../../src/data/derive.ts';
import { tables, type Tables } from '../../src/data/tables.ts';
import { PLANS, planById } from '../../src/lesson/content/plans.ts';
import { bookOf, bookWithBlocks, factsFor } from '../../src/office/book.ts';
import { packParts, unpackParts } from '../../src/office/package.ts';
import { readOffice } from '../../src/office/words.ts';
import { packageFaults, validate } from './check.ts';

/** The tables with one fact's number changed. */
function mutated(id: string, value: number): Tables {
  const data = tables();
  return { ...data, facts: new Map([...data.facts].map(([key, fact]) => [key, key === id ? { ...fact, value } : fact])) };
}

/** A workbook as another program opens it: without what was worked out before it was written. */
async function recalculated(bytes: Uint8Array, change?: (book: Workbook) => void): Promise<Workbook> {
  const parts = unpackParts(bytes);
  for (const [path, xml] of Object.entries(parts)) if (/worksheets\/sheet\d+\.xml$/.test(path)) parts[path] = (xml as string).replaceAll(/(<\/f>)<v>[^<]*<\/v>/g, '$1');
  const book = new Workbook();
  await book.xlsx.load(packParts(parts, '2021-06-26') as never);
  change?.(book);
  calculateFormulas(book as never);
  return book;
}
const numberAt = (book: Workbook, sheet: string, address: string): unknown => {
  const { value } = book.getWorksheet(sheet)!.getCell(address);
  return value !== null && typeof value === 'object' && 'result' in value ? value.result : value;
};

describe.each(LOCALES)('the workbook, %s', (locale) => {
  const { ui } = readOffice(locale);

  test.each(PLANS)('of $id minutes is a whole package, and Microsoft’s validator finds nothing', async (plan) => {
    const bytes = await bookOf(plan, locale, tables());
    expect(packageFaults(bytes)).toEqual([]);
    expect(await validate(bytes, `data-${plan.id}.${locale}.xlsx`)).toEqual([]);
    expect(Buffer.from(await bookOf(plan, locale, tables())).equals(Buffer.from(bytes))).toBe(true);
  });

  test('its formulas give our own figures once their cached values are gone, and the cached ones are the same', async () => {
    const { bytes, blocks } = await bookWithBlocks(planById('80'), locale, tables());
    const { rows } = blocks.find(({ quantity }) => quantity === 'cases')!;
    const written = new Workbook();
    await written.xlsx.load(bytes as never);
    const figures = { 'calc-monthly-2019': `D${rows.known[0]}`, 'calc-monthly-short': `D${rows.shortest}`, 'calc-monthly-long': `D${rows.longest}` };
    for (const book of [await recalculated(bytes), written]) {
      for (const [id, address] of Object.entries(figures)) expect(numberAt(book, ui.sheetMonths, address), id).toBeCloseTo(derivedById(tables(), id).value, 9);
      expect((numberAt(book, ui.sheetMonths, `E${rows.shortest}`) as number) * 100).toBeCloseTo(derivedById(tables(), 'calc-change').value, 9);
      expect(numberAt(book, ui.sheetMonths, `B${rows.chosen}`)).toBe(tables().facts.get('qh-cases-2020on')!.value);
    }
  });

  test('a city’s cell changes its own row and no other city’s', async () => {
    const { bytes, blocks } = await bookWithBlocks(planById('40'), locale, tables());
    const [cases, users] = blocks as [(typeof blocks)[0], (typeof blocks)[0]];
    const [before, after] = [await recalculated(bytes), await recalculated(bytes, (book) => { book.getWorksheet(ui.sheetMonths)!.getCell(cases.input).value = 16; })];
    const at = (book: Workbook, row: number) => numberAt(book, ui.sheetMonths, `D${row}`) as number;
    expect(at(after, cases.rows.chosen)).toBeCloseTo(tables().facts.get('qh-cases-2020on')!.value! / 16, 9);
    expect(at(before, cases.rows.chosen)).not.toBeCloseTo(at(after, cases.rows.chosen), 3);
    expect(at(after, users.rows.chosen)).toBe(at(before, users.rows.chosen));
  });

  test('only the cells of the months may be changed on the sheet of averages, to a whole number that the period allows', async () => {
    const { bytes, blocks } = await bookWithBlocks(planById('40'), locale, tables());
    const book = new Workbook();
    await book.xlsx.load(bytes as never);
    const open: string[] = [];
    book.getWorksheet(ui.sheetMonths)!.eachRow((row) => row.eachCell((cell) => { if (cell.protection?.locked === false) open.push(cell.address); }));
    expect(open.sort()).toEqual(blocks.map(({ input }) => input).sort());
    const sheet = Object.entries(unpackParts(bytes)).find(([path, xml]) => /sheet2\.xml$/.test(path) && typeof xml === 'string')![1] as string;
    expect(sheet).toContain('<sheetProtection');
    expect(sheet.match(/<dataValidation /g)).toHaveLength(blocks.length);
  });
});

test.each([['zh', '“不留死角”', '2020年5月'], ['en', '“no corner left”', 'May 2020']] as const)('what the special says in words stands in the workbook as those words, and a month as a month, %s', async (locale, said, listed) => {
  const data = tables();
  const quoted = { ...data.facts.get('qh-audience')!, value: null, words: { zh: '不留死角', en: 'no corner left' }, qualifier: 'quoted' as const };
  const changed: Tables = { ...data, facts: new Map([...data.facts, [quoted.id, quoted]]) };
  const book = new Workbook();
  await book.xlsx.load((await bookOf(planById('80'), locale, changed)) as never);
  const sheet = book.getWorksheet(readOffice(locale).ui.sheetFacts)!;
  const at = (id: string): unknown => sheet.getCell(`E${factsFor(planById('80'), changed).findIndex((fact) => fact.id === id) + 2}`).value;
  expect([at('qh-audience'), at('wn-target-case')]).toEqual([said, listed]);
});

test('a corrected number reaches facts, averages and verdict', async () => {
  const { bytes, blocks } = await bookWithBlocks(planById('15'), 'zh', mutated('qh-cases-2020on', 240));
  const { rows } = blocks[0]!;
  const book = await recalculated(bytes);
  expect(numberAt(book, readOffice('zh').ui.sheetMonths, `D${rows.shortest}`)).toBe(20);
  expect(numberAt(book, readOffice('zh').ui.sheetMonths, `D${rows.longest + 1}`)).toBe('高');
});

test('junior secondary gets no fact of the supply lines, as its plans promise', () => {
  const topics = new Set([...tables().lines.values()].map(({ topic }) => topic));
  for (const plan of PLANS) {
    const facts = factsFor(plan, tables());
    expect(facts.some(({ topic }) => topics.has(topic)), plan.id).toBe(!plan.levels.includes('junior'));
    expect(facts.length).toBeGreaterThan(20);
  }
});
