import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { correct, type Answers, type CellChange, type Newsroom } from '../../scripts/correct/answers.ts';
import { answersOf, askAll, askClaim, matching } from '../../scripts/correct/ask.ts';
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
const answers = (change: Partial<Answers>): Answers => ({ cells: [], sentences: [], claims: [], ...SAID, ...change });
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
    expect([...files.keys()]).toEqual(['src/content/zh/steps/cases-2019.md', 'src/content/en/steps/cases-2019.md', 'data/corrections.csv']);
    expect(files.get('src/content/en/steps/cases-2019.md')).toContain('cannot be seen here.');
    const reworded = correct(newsroom(), answers({ sentences: [{ ...SENTENCE, wording: true }] }));
    expect(reworded.rows[0]).toMatch(/^v-1,wording,/);
    expect(correct(newsroom(true), answers({ sentences: [SENTENCE] }))).toMatchObject({ rows: [], faults: [] });
  });

  test('a sentence is added after another one, in every language, and told as an addition; in a draft without a row', () => {
    const added = { step: 'cases-2019', was: { zh: '', en: '' }, is: { zh: '东滩是一座城市。', en: 'Dongtan is one town.' }, after: SENTENCE.was };
    const { files, rows, faults } = correct(newsroom(), answers({ sentences: [added] }));
    expect(faults).toEqual([]);
    expect(rows).toEqual([`c-1,correction,2021-07-02,,cases-2019,sentence,,东滩是一座城市。,,Dongtan is one town.,${END}`]);
    expect(files.get('src/content/zh/steps/cases-2019.md')).toContain('不在格子里。东滩是一座城市。\n');
    expect(files.get('src/content/en/steps/cases-2019.md')).toContain('has no square. Dongtan is one town.\n');
    expect(correct(newsroom(true), answers({ sentences: [added] }))).toMatchObject({ rows: [], faults: [] });
    // One sentence at a time, so two are two: the second after the first.
    const two = correct(newsroom(), answers({ sentences: [added, { ...added, is: { zh: '两句。', en: 'Two.' }, after: added.is }] }));
    expect(two.faults).toEqual([]);
    expect(two.files.get('src/content/en/steps/cases-2019.md')).toContain('Dongtan is one town. Two.\n');
    expect(two.rows.map((row) => row.split(',')[0])).toEqual(['c-1', 'c-2']);
  });

  const CLAIM = { id: 'far-fewer', holds: 'calc-monthly-short < calc-monthly-2019', breaks: '', says: { zh: '怎么取，平均每月都少了', en: 'Either way fewer cases in an average month' }, known: { zh: '', en: '' } };
  test('a claim gets its new condition and words, and every other line of the claims stays as it was typed', () => {
    const { files, faults } = correct(newsroom(), answers({ ...cell('qh-vehicles', 'value', '493'), claims: [CLAIM] }));
    expect(faults).toEqual([]);
    const [before, after] = [newsroom().read('src/content/claims.yaml')!, files.get('src/content/claims.yaml')!].map((text) => text.split('\n'));
    expect(after!.filter((line) => !before!.includes(line))).toEqual(['  zh: 怎么取，平均每月都少了', '  en: Either way fewer cases in an average month', '  holds: calc-monthly-short < calc-monthly-2019']);
    expect(after).toHaveLength(before!.length);
  });

  test.each<[Partial<Answers>, string]>([
    [{}, 'nothing is to change, expected a new value or a new sentence'],
    [cell('qh-nothing', 'value', '1'), '"qh-nothing" is unknown, expected an id of data/facts.csv'],
    [cell('qh-vehicles', 'value', '480'), 'qh-vehicles: value: "480" is what stands there, expected a change'],
    [cell('wn-courses', 'unit', '期', ''), 'wn-courses: unit: "期" is in one language, expected it in both'],
    [{ ...cell('qh-vehicles', 'value', '493'), reason: { zh: '来函', en: ' ' } }, 'the reason (en) is missing, expected it in both languages'],
    [{ sentences: [{ ...SENTENCE, was: { ...SENTENCE.was, zh: '没有这句。' } }] }, 'cases-2019 (zh): "没有这句。" stands there 0 times, expected once, as it is written in src/content/zh/steps/cases-2019.md'],
    [{ sentences: [{ ...SENTENCE, is: { ...SENTENCE.is, zh: '一句。两句。' } }] }, 'cases-2019 (zh): "一句。两句。" is more than one sentence, expected one: add each of the others after it'],
    [{ sentences: [{ ...SENTENCE, was: { ...SENTENCE.was, zh: '' } }] }, 'cases-2019 (zh): no sentence is named in whose place, or after which, "没有发现、没有报案的案件，这里看不到。" is to stand, expected one of the step'],
    [{ ...cell('qh-vehicles', 'value', '493'), claims: [{ ...CLAIM, id: 'far-less' }] }, '"far-less" is no claim of src/content/claims.yaml, expected one of it'],
    [{ ...cell('qh-vehicles', 'value', '493'), claims: [{ ...CLAIM, holds: '', says: { zh: '', en: '' } }] }, 'far-fewer: nothing of this claim is to change, expected a new condition'],
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

  test('a sentence to add is asked for with the one after which it stands', async () => {
    const told = ['a', 'nobody reported', '1', '1', '新的。', 'New.', 'no', 'no', '来函', 'a letter', '读者', 'a reader', ''];
    const { sentences } = await askAll(async () => told.shift()!, () => undefined, tables(), '2021-07-02');
    expect(sentences).toMatchObject([{ step: 'cases-2019', was: { zh: '', en: '' }, is: { zh: '新的。', en: 'New.' }, after: { en: 'What nobody found, and nobody reported, has no square.' } }]);
  });
});

describe('a claim that becomes false', () => {
  const says = { zh: '少了', en: 'Fewer' };
  const effect = (holds: string) => ({ now: { id: 'fewer', says, holds, breaks: 'a = 9', known: null, isTrue: false, values: [['a', '5']] as const }, breaks: true });
  const answering = (told: string[]) => async (): Promise<string> => told.shift()!;

  test('what is true instead is asked for; nothing is made up where nothing is answered', async () => {
    const lines: string[] = [];
    expect(await askClaim(answering(['a < b', '', '少一点', 'A little fewer']), (line) => void lines.push(line), effect('a < b / 2'))).toEqual({
      id: 'fewer', holds: 'a < b', breaks: '', says: { zh: '少一点', en: 'A little fewer' }, known: { zh: '', en: '' },
    });
    expect(lines.join('\n')).toContain('fewer does not hold: a < b / 2, with a = 5');
    expect(await askClaim(answering(['']), () => undefined, effect('a < b / 2'))).toBeNull();
    expect(await askClaim(answering(['', '口径不同', 'Counted otherwise']), () => undefined, effect('a ~ b'))).toMatchObject({ holds: '', known: { zh: '口径不同', en: 'Counted otherwise' } });
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
    ['an option that there is not', ['--help'], /^Unknown option '--help', expected none, which asks in words, or some of (?:--[\w-]+ )*--fact /],
    ['no “yes” to what it shows', ['--fact', 'qh-vehicles', '--value', '493'], /It changes \d+ outputs:[^]*picture zh venues/],
  ])('%s: it says so, and writes nothing', (_, options, says) => {
    const before = newsroomFiles(folder);
    const { status, out } = run([...SPOKEN, ...options], 'no\n');
    expect(out).toMatch(says);
    expect(out).toContain('correct: nothing was written');
    expect(status).toBe(1);
    expect(newsroomFiles(folder)).toEqual(before);
  });

  const FALL = ['--fact', 'qh-cases-2020on', '--value', '22'];
  test('a claim that it makes false is named with its values before anything is written; what is true instead is written with it', () => {
    const before = newsroomFiles(folder);
    // By hand: from 84 to 22 is a fall of 73.8%, and the source reports 75%.
    const stopped = run([...SPOKEN, ...FALL, '--yes']);
    expect(stopped.out).toContain('change-agrees is false: calc-change ~ qh-cases-change, with calc-change = -73.8095, qh-cases-change = -75');
    expect(stopped.out).toContain('far-fewer is true: ');
    expect(stopped.out).toContain('correct: nothing was written');
    expect(stopped.status).toBe(1);
    const explained = run([...SPOKEN, ...FALL, '--claim', 'change-agrees', '--known-zh', '原文四舍五入到五', '--known-en', 'The source rounds to fives'], 'no\n');
    expect(explained.out).toMatch(/It changes \d+ outputs:[^]*src\/content\/claims\.yaml/);
    expect(newsroomFiles(folder)).toEqual(before);
  });

  test('asked in words, it asks what is true instead', () => {
    const before = newsroomFiles(folder);
    const input = ['n', 'qh-cases-2020on', '1', '2', '22', 'no', '来函', 'a letter', '读者', 'a reader', '2021-07-02', '', '原文四舍五入到五', 'The source rounds to fives', 'no'].join('\n');
    const { out } = run([], `${input}\n`);
    expect(out).toContain('No longer true: 原文所报的降幅，与用两个案件数复算的结果相合');
    expect(out).toMatch(/It changes \d+ outputs:/);
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
