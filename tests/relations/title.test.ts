import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { STATE_FILE } from '../../src/data/published.ts';
import { ownersFile } from '../../src/newsroom.ts';
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
