import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { STATE_FILE } from '../../src/data/published.ts';
import { LOCALES } from '../../src/languages.ts';
import { ownersFile } from '../../src/newsroom.ts';
import { sharedPictures } from '../../src/pictures/share.ts';
import { widthOf } from '../../src/scenes/text.ts';
import { settings } from '../../src/settings.ts';

const filesIn = (folder: string): string[] =>
  (readdirSync(ownersFile(folder), { recursive: true }) as string[]).filter((file) => /\.(?:csv|json|md|yaml)$/.test(file) && file !== STATE_FILE).map((file) => join(folder, file));

// Excludes an owner who gives the piece another title and finds the old one on a page's head, a slide or a worksheet.
test('the title stands in the settings alone: texts and tables ask for it as {title}', () => {
  const files = ['data', 'src/content'].flatMap(filesIn);
  expect(files.length).toBeGreaterThan(50);
  const typed = files.filter((file) => {
    const text = readFileSync(ownersFile(file), 'utf8');
    return Object.values(settings.title).some((title) => text.includes(title));
  });
  expect(typed).toEqual([]);
});

// Excludes a card in a chat whose title runs over the map and out of the picture, or whose words stand on one another.
test.each(LOCALES)('on the card of a link, %s, title and words keep off the picture, the edge and one another', (locale) => {
  const rows = [...sharedPictures(locale)[0]!.draw().matchAll(/<text class="(display|muted)" x="64" y="([\d.]+)" font-size="([\d.]+)">([^<]*)</g)].map(([, look, y, size, text]) => ({ look, y: Number(y), size: Number(size), text: text! }));
  expect(rows.map(({ look }) => look)).toEqual(expect.arrayContaining(['display', 'muted']));
  // The picture's places begin at 740.
  for (const { look, size, text } of rows) if (look === 'display') expect(64 + widthOf(text, size), text).toBeLessThan(740);
  for (const [i, { y, size, text }] of rows.entries()) expect(y - (rows[i - 1]?.y ?? 0), text).toBeGreaterThanOrEqual(size);
  expect(rows.at(-1)!.y).toBeLessThanOrEqual(612);
});
