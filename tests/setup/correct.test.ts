import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { correct, type Answers, type CellChange, type Newsroom } from '../../scripts/correct/answers.ts';
import { answersOf, askAll, matching } from '../../scripts/correct/ask.ts';
import { MAIN_NEWSROOM } from '../../scripts/newsrooms.ts';
import { newsroomFiles, readState, stateOf } from '../../src/data/published.ts';
import { tables } from '../../src/data/tables.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'correct-test-'));
  cpSync(MAIN_NEWSROOM, folder, { recursive: true });
  const settings = join(folder, 'site.config.json');
  writeFileSync(settings, readFileSync(settings, 'utf8').replace('{', '{ "published": "2021-07-01",'));
  writeFileSync(join(folder, 'data/published.json'), stateOf(folder));
});
afterAll(() => rmSync(folder, { recursive: true }));

const newsroom = (drafted = false): Newsroom => ({
  read: (path) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : undefined),
  state: drafted ? null : readState(join(folder, 'data')),
});
const SAID = { date: '2021-07-02', reason: { zh: '来函', en: 'a letter' }, found: { zh: '读者', en: 'a reader' } };
const answers = (change: Partial<Answers>): Answers => ({ cells: [], sentences: [], ...SAID, ...change });
const cell = (fact: string, field: CellChange['field'], zh: string, en = '', one?: string): Partial<Answers> => ({ cells: [{ fact, field, is: { zh, en }, ...(one === undefined ? {} : { one }) }] });
const END = '来函,a letter,读者,a reader';

describe('the rows of a correction', () => {
  // By hand, from the tables of the made-up newsroom.
  test.each<[Partial<Answers>, string]>([
    [cell('qh-vehicles', 'value', '493'), 'qh-vehicles,,value,480,493,,'],
    [cell('qh-lectures', 'qualifier', 'about'), 'qh-lectures,,qualifier,more_than,about,,'],
    [cell('wn-courses', 'unit', '期', 'training terms', 'training term'), 'wn-courses,,unit,次,期,training sessions,training terms'],
    [cell('wn-suspects-outside', 'place', 'haikou'), 'wn-suspects-outside,,place,wanning,haikou,,'],
    [cell('wn-courses', 'period', '2021年6月', 'June 2021'), 'wn-courses,,period,截至发稿（2021年6月）,2021年6月,up to publication (June 2021),June 2021'],
    [cell('wn-target-case', 'month', '2020-06'), 'wn-target-case,,month,2020-05,2020-06,,'],
  ])('%j: against the source and against what was published; of a draft against the source alone', (change, row) => {
    expect(correct(newsroom(), answers(change))).toMatchObject({ faults: [], rows: [`s-1,source,2021-07-02,${row},${END}`, `c-1,correction,2021-07-02,${row},${END}`] });
    expect(correct(newsroom(true), answers(change)).rows).toEqual([`s-1,source,2021-07-02,${row},${END}`]);
  });

  test('English alone changes: the source has no English, and what was published has', () => {
    expect(correct(newsroom(), answers(cell('wn-courses', 'unit', '次', 'classes', 'class'))).rows).toEqual([
      `c-1,correction,2021-07-02,wn-courses,,unit,次,次,training sessions,classes,${END}`,
    ]);
  });

  test('a cell that has left the source and comes back is told both ways, with the next ids', () => {
    const { files } = correct(newsroom(), answers(cell('qh-vehicles', 'value', '493')));
    const read = (path: string): string | undefined => files.get(path) ?? newsroom().read(path);
    expect(correct({ ...newsroom(), read }, answers({ ...cell('qh-vehicles', 'value', '480'), date: '2021-07-03' })).rows).toEqual([
      `s-2,source,2021-07-03,qh-vehicles,,value,493,480,,,${END}`,
      `c-2,correction,2021-07-03,qh-vehicles,,value,493,480,,,${END}`,
    ]);
  });

  test('the other lines of a table stay byte for byte, as a spreadsheet saved them', () => {
    const read = (path: string): string | undefined => {
      const text = newsroom().read(path);
      return path.endsWith('.csv') ? `\uFEFF${text!.replaceAll('\n', '\r\n').replace('qh-months,qionghai', '"qh-months",qionghai')}` : text;
    };
    const facts = correct({ ...newsroom(), read }, answers(cell('qh-vehicles', 'value', '493'))).files.get('data/facts.csv')!;
    expect(facts).toBe(read('data/facts.csv')!.replace('enforcement,count,480,', 'enforcement,count,493,'));
  });

  const SENTENCE = {
    step: 'cases-2019',
    was: { zh: '没有发现的、没有报案的，不在格子里。', en: 'What nobody found, and nobody reported, has no square.' },
    is: { zh: '没有发现、没有报案的案件，这里看不到。', en: 'What nobody found, and nobody reported, cannot be seen here.' },
  };
  test('a sentence changes in the file of its step, in both languages', () => {
    const { files, rows, faults } = correct(newsroom(), answers({ sentences: [SENTENCE] }));
    expect(faults).toEqual([]);
    expect(rows).toEqual([`c-1,correction,2021-07-02,,cases-2019,sentence,${SENTENCE.was.zh},${SENTENCE.is.zh},"${SENTENCE.was.en}","${SENTENCE.is.en}",${END}`]);
    expect([...files.keys()]).toEqual(['src/content/steps/zh/cases-2019.md', 'src/content/steps/en/cases-2019.md', 'data/corrections.csv']);
    expect(files.get('src/content/steps/en/cases-2019.md')).toContain('cannot be seen here.');
    const reworded = correct(newsroom(), answers({ sentences: [{ ...SENTENCE, wording: true }] }));
    expect(reworded.rows[0]).toMatch(/^v-1,wording,/);
    expect(correct(newsroom(true), answers({ sentences: [SENTENCE] }))).toMatchObject({ rows: [], faults: [] });
  });

  test.each<[Partial<Answers>, string]>([
    [{}, 'nothing is to change, expected a new value or a new sentence'],
    [cell('qh-nothing', 'value', '1'), '"qh-nothing" is unknown, expected an id of data/facts.csv'],
    [cell('qh-vehicles', 'value', '480'), 'qh-vehicles: value: "480" is what stands there, expected a change'],
    [cell('wn-courses', 'unit', '期', ''), 'wn-courses: unit: "期" is in one language, expected it in both'],
    [{ ...cell('qh-vehicles', 'value', '493'), reason: { zh: '来函', en: ' ' } }, 'the reason (en) is missing, expected it in both languages'],
    [{ sentences: [{ ...SENTENCE, was: { ...SENTENCE.was, zh: '没有这句。' } }] }, 'cases-2019 (zh): "没有这句。" stands there 0 times, expected once, as it is written in src/content/steps/zh/cases-2019.md'],
    [{ sentences: [{ ...SENTENCE, is: { ...SENTENCE.is, zh: '一句。两句。' } }] }, 'cases-2019 (zh): "一句。两句。" is more than one sentence, expected one: add the others to the file by hand'],
  ])('%j is refused', (change, fault) => {
    expect(correct(newsroom(), answers(change)).faults).toEqual([fault]);
  });
});

describe('questions and answers', () => {
  test('a number is found by words of its label in any language, or by its id', () => {
    const facts = [...tables().facts.values()];
    const ids = (words: string): string[] => matching(facts, words, ({ id, label }) => `${id} ${label.zh} ${label.en}`).map(({ id }) => id);
    expect(ids('police vehicles')).toEqual(['qh-vehicles']);
    expect(ids('出动的警车')).toEqual(['qh-vehicles']);
    expect(ids('wn-courses')).toEqual(['wn-courses']);
    expect(ids('no such words')).toEqual([]);
  });

  test('what is answered in words is what the options say', async () => {
    const told = ['n', 'nothing has this', 'police vehicles', '1', '2', '493', 'no', '来函', 'a letter', '读者', 'a reader', ''];
    const lines: string[] = [];
    const asked = await askAll(async (question) => (lines.push(question), told.shift()!), (line) => void lines.push(line), tables(), '2021-07-02');
    expect(lines.join('\n')).toContain('value: 480');
    expect(told).toEqual([]);
    const options = { fact: 'qh-vehicles', value: '493', 'reason-zh': '来函', 'reason-en': 'a letter', 'found-zh': '读者', 'found-en': 'a reader' };
    expect(asked).toEqual(answersOf(options, tables(), '2021-07-02'));
    expect(asked).toEqual(answers(cell('qh-vehicles', 'value', '493')));
  });

  test('a sentence is found by some of its words, and paired with the one in the other language', async () => {
    const told = ['s', 'nobody reported', '1', '1', '新的。', 'New.', 'no', 'no', '来函', 'a letter', '读者', 'a reader', '2021-07-03'];
    const { sentences, date } = await askAll(async () => told.shift()!, () => undefined, tables(), '2021-07-02');
    expect(sentences).toMatchObject([{ step: 'cases-2019', was: { en: 'What nobody found, and nobody reported, has no square.' }, is: { zh: '新的。', en: 'New.' }, wording: false }]);
    expect(date).toBe('2021-07-03');
  });
});

describe('the command', () => {
  function run(options: readonly string[], input = ''): { status: number | null; out: string } {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/run.cjs', 'scripts/correct.ts', ...options], { encoding: 'utf8', input, env: { ...process.env, NEWSROOM: folder } });
    return { status, out: stdout + stderr };
  }
  const SPOKEN = ['--reason-zh', '来函', '--reason-en', 'a letter', '--found-zh', '读者', '--found-en', 'a reader', '--date', '2021-07-02'];

  test.each([
    ['a value that its kind cannot be', ['--fact', 'qh-vehicles', '--value', '4.5', '--yes'], /data\/facts\.csv:\d+:5 \(value\): "4\.5" is no number of the kind "count"/],
    ['a day before publication', ['--fact', 'qh-vehicles', '--value', '493', '--date', '2021-06-30', '--yes'], /"2021-06-30" lies before the piece was published/],
    ['no “yes” to what it shows', ['--fact', 'qh-vehicles', '--value', '493'], /It changes \d+ outputs:[^]*picture zh venues/],
  ])('%s: it says so, and writes nothing', (_, options, says) => {
    const before = newsroomFiles(folder);
    const { status, out } = run([...SPOKEN, ...options], 'no\n');
    expect(out).toMatch(says);
    expect(out).toContain('correct: nothing was written');
    expect(status).toBe(1);
    expect(newsroomFiles(folder)).toEqual(before);
  });

  test('a correction is shown with the words that change, and written whole: the newsroom is without a fault after it', () => {
    const before = newsroomFiles(folder);
    const { status, out } = run([...SPOKEN, '--fact', 'qh-vehicles', '--value', '493'], 'yes\n');
    expect(out).toMatch(/article en venues\n {4}- .*480 vehicle deployments.*\n {4}\+ .*493 vehicle deployments/);
    expect(status, out).toBe(0);
    const after = newsroomFiles(folder);
    expect(Object.keys(after).filter((path) => after[path]!.join() !== before[path]!.join())).toEqual(['data/corrections.csv', 'data/facts.csv']);
    expect(after['data/corrections.csv']!.slice(1, 3).map((line) => line.split(',').slice(0, 2))).toEqual([['s-1', 'source'], ['c-1', 'correction']]);
    expect(Object.keys(after)).toEqual(Object.keys(before));
  });
});
