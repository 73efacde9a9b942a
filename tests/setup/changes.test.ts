import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeEdition } from '../../scripts/editions.ts';
import { MAIN_NEWSROOM } from '../../scripts/newsrooms.ts';

const work = mkdtempSync(join(tmpdir(), 'changes-test-'));
afterAll(() => rmSync(work, { recursive: true }));

function run(newsroom: string, page: string): { status: number | null; out: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/run.cjs', 'scripts/changes.ts', page], { encoding: 'utf8', env: { ...process.env, NEWSROOM: newsroom } });
  return { status, out: stdout + stderr };
}

/** The page of an edition, its pictures as readable SVG. */
function pageOf(name: string): string {
  const [folder, page] = [join(work, name), join(work, `${name}.html`)];
  writeEdition({ name, source: `tests/newsroom/${name}`, folder });
  const { status, out } = run(folder, page);
  expect(status, out).toBe(0);
  return readFileSync(page, 'utf8').replaceAll(/src="data:image\/svg\+xml,([^"]*)"/g, (_, svg: string) => decodeURIComponent(svg));
}

describe('a newsroom with corrections', () => {
  let page: string;
  beforeAll(() => void (page = pageOf('published')), 300_000);
  const after = (heading: string): string => page.slice(page.indexOf(`<h2>${heading}`)).split('<h2>')[1]!;

  test('the words that went and came stand under their step', () => {
    expect(after('文字')).toContain('<h3>cases-2019 (zh)</h3><p><del>− 没有发现的、没有报案的，不在格子里。</del></p><p><ins>+ 没有发现、没有报案的案件，这里看不到。</ins></p>');
  });

  test('a number stands beside what it was, and so does a figure of ours that follows', () => {
    // By hand: 480 and 493 outings over 54 sweeps.
    expect(after('数字')).toMatch(/qh-vehicles[^]*?<td>480辆次 · [^]*?<\/td><td>493辆次 · 已更正/);
    expect(after('数字')).toMatch(/calc-sweep-vehicles[^]*?<td>ƒ8\.9[^]*?<\/td><td>ƒ9\.1/);
    expect(after('数字')).not.toContain('qh-officers');
  });

  test('both pictures of a step that changed stand side by side, those of the others nowhere', () => {
    const pictures = after('图');
    expect([...pictures.matchAll(/<h3><code>([^<]*)/g)].map(([, id]) => id)).toEqual(['target-case', 'venues', 'prevention']);
    const [was, is] = [...pictures.slice(0, pictures.indexOf('<code>venues')).matchAll(/<svg xmlns[^]*?<\/figure>/g)].map(([svg]) => svg);
    expect(was).toContain('2020年5月');
    expect(is).toContain('2020年6月');
    expect(is).not.toContain('2020年5月');
  });

  test('every dated note that is new stands there, in both languages', () => {
    expect(page).toContain('2021年7月2日更正：清查行动出动的警车');
    expect(page).toContain('Corrected 8 July 2021');
  });
});

// Excludes a page for the chief from which a withdrawn name goes round again.
describe('a newsroom that has withdrawn one of each kind', () => {
  let page: string;
  beforeAll(() => void (page = pageOf('withdrawn')), 300_000);

  // By hand, from the made-up newsroom: forms of the name, label and note of the fact, the sentence, the title of the step and of the embed.
  test.each(['丁某', 'Ding', '每个派出所的例行巡查', 'Routine patrols', 'qh-patrols-daily', '没有发现的、没有报案的', 'What nobody found', '两个港口，昼夜有人', '两条线，警方说都断了', 'Two lines, both cut'])('“%s” stands nowhere in it', (trace) => {
    expect(page).not.toContain(trace);
  });

  test('it says that something was withdrawn, and why', () => {
    expect(page).toContain('3 July 2021: a fact was withdrawn. Reason: the source has withdrawn it.');
    expect(page).toContain('<h3>venues (en)</h3><p>− 已撤回，不再显示 / Withdrawn, not shown</p>');
  });
});

test('a draft has nothing to compare with: it says so, and writes no page', () => {
  const page = join(work, 'draft.html');
  expect(run(MAIN_NEWSROOM, page)).toMatchObject({ status: 1, out: expect.stringContaining('data/published.json: missing, expected what was published: npm run release writes it') });
  expect(existsSync(page)).toBe(false);
});
