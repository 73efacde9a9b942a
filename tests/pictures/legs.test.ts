import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csvFormatRows, csvParseRows } from 'd3';
import { describe, expect, test, vi } from 'vitest';
import { ownersFile } from '../../src/newsroom.ts';
import { crosses } from '../../src/pictures/legs.ts';

describe('a leg and words', () => {
  const box = { x: 100, y: 100, width: 60, height: 10 };
  const across = { d: 'M130 50Q130 100 130 150', width: 2 };
  const along = { d: 'M50 105Q100 105 200 105', width: 2 };
  const below = { d: 'M50 112Q100 112 200 112', width: 2 };
  const corner = { d: 'M94 106Q97 103 104 96', width: 2 };

  test('plain words may not be crossed; a line close by, or one that grazes a corner by less than a pixel, is none that crosses', () => {
    expect([across, along, below].map((stroke) => crosses(stroke, { look: 'muted', size: 10 }, box))).toEqual([true, true, false]);
    expect(crosses(corner, { look: 'muted', size: 10 }, { ...box, x: 101.5, y: 101.5 })).toBe(false);
  });
  test('a name with a halo may be crossed, but no line may run along it', () => {
    expect([across, along, below].map((stroke) => crosses(stroke, { look: 'strong halo', size: 10 }, box))).toEqual([false, true, false]);
  });
  test('both strokes of a double line are looked at', () => {
    expect(crosses({ d: `M0 0Q5 0 10 0${across.d}`, width: 2 }, { size: 10 }, box)).toBe(true);
  });
});

test('a bend that takes a leg through a name is told with the leg, the words, a picture, and where to mend it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'legs-'));
  try {
    for (const part of ['site.config.json', 'data', 'src']) cpSync(ownersFile(part), join(folder, part), { recursive: true });
    const file = join(folder, 'data/routes.csv');
    const [header = [], ...rows] = csvParseRows(readFileSync(file, 'utf8'));
    const [first = []] = rows;
    first[header.indexOf('bend')] = '-0.3';
    writeFileSync(file, `${csvFormatRows([header, ...rows])}\n`);
    vi.stubEnv('NEWSROOM', folder);
    vi.resetModules();
    const { legFaults } = await import('../../src/pictures/legs.ts');
    const [line, to] = ['line', 'to'].map((column) => first[header.indexOf(column)]!);
    expect(legFaults()).toContainEqual(expect.stringMatching(new RegExp(
      `^${file}: ${first[0]} \\(bend\\): the leg of ${line} to ${to} runs through the words “[^”]+” at the step [\\w-]+ \\((zh|en), \\w+\\).*: expected it clear of all words\\. Give the leg another bend there, or move the name in ${folder}/data/places\\.csv`)));
  } finally {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  }
});
