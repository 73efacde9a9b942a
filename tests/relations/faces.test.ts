import { Resvg } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import { allFaces, faceLicences, facesOf } from '../../src/build/faces.ts';
import { inlineFace } from '../../src/build/inline-face.ts';
import { licencesText } from '../../src/build/licences.ts';
import { LOCALES } from '../../src/languages.ts';
import { chartSvg } from '../../src/pictures/files.ts';
import { fontOptions } from '../../src/pictures/raster.ts';
import { settings } from '../../src/settings.ts';
import { STEPS } from '../../src/story/steps.ts';

// Excludes a picture or a page in whose place a reader sees boxes, or letters of a face that the program did not measure.

const drawn = (letter: string, family: string): string =>
  Buffer.from(new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><text x="10" y="45" font-size="40" font-family="${family}">${letter}</text></svg>`, { font: fontOptions() }).render().pixels).toString('base64');

test.each(allFaces().map((face) => [face.family, face] as const))('%s is found by its name where pictures are drawn', (family, face) => {
  const others = allFaces().filter((other) => other !== face);
  // A letter that another face has too: drawn otherwise, it is this one's.
  const letter = [...face.drawable].filter((code) => code > 0x40).map((code) => String.fromCodePoint(code)).find((each) => drawn(each, family) !== drawn(each, 'no such family'))
    ?? String.fromCodePoint([...face.drawable].find((code) => code > 0x40 && !others.some(({ drawable }) => drawable.has(code))) ?? 0x41);
  expect(drawn(letter, family)).not.toBe(drawn(' ', family));
});

describe.each(LOCALES)('%s', (locale) => {
  test('a picture carries the face that the language is set in, and a page its headline’s', async () => {
    const { family } = facesOf(locale).text[0]!;
    expect(await chartSvg({ step: STEPS[0]!.id, locale, mapMode: 'schematic', theme: 'light' })).toContain(`@font-face{font-family:"${family}";src:url(data:font/woff2;base64,`);
    const face = await inlineFace(locale, settings.title[locale]);
    expect(face.match(/@font-face\{font-family:"Display [^"]+"/g)!.length).toBeGreaterThan(0);
    expect(face.includes('unicode-range')).toBe(face.match(/@font-face/g)!.length > 1);
  });
});

test('the licence of each face that a language brings goes along with the site', () => {
  for (const { title, text } of faceLicences()) {
    expect(licencesText([], process.cwd())).toContain(title);
    expect(licencesText([], process.cwd())).toContain(text);
  }
  expect(licencesText([], process.cwd())).toContain('Noto Serif SC, Noto Sans SC, Noto Sans');
});
