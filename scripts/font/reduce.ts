// Run once by hand, and again only when characters.ts changes: see README.md beside this file.
import { readFileSync, writeFileSync } from 'node:fs';
import subsetFont from 'subset-font';
import { DISPLAY_FONT_FILE, readCharacters } from '../../src/build/font.ts';
import { LABEL_FONT_FILE, LATIN_FONT_FILE } from '../../src/pictures/faces.ts';
import { LABEL_EXTRA, latinCharacters, wantedCharacters } from './characters.ts';

const PACKAGES = new URL('node_modules/@expo-google-fonts/', import.meta.url);
const FONTS = [
  { full: 'noto-serif-sc/900Black/NotoSerifSC_900Black.ttf', reduced: DISPLAY_FONT_FILE, characters: wantedCharacters() },
  { full: 'noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf', reduced: LABEL_FONT_FILE, characters: wantedCharacters() + LABEL_EXTRA },
  { full: 'noto-sans/500Medium/NotoSans_500Medium.ttf', reduced: LATIN_FONT_FILE, characters: latinCharacters() },
];

for (const { full: path, reduced: file, characters } of FONTS) {
  const wanted = [...new Set(characters)];
  const full = readFileSync(new URL(path, PACKAGES));
  const inFull = readCharacters(full);
  const lacking = wanted.filter((character) => !inFull.has(character.codePointAt(0) ?? 0));
  const reduced = await subsetFont(full, wanted.join(''), {
    targetFormat: 'sfnt',
    noLayoutClosure: true,
    noHinting: true,
    // The story is set in lines, never in columns.
    dropTables: ['vhea', 'vmtx', 'VORG', 'STAT', 'DSIG'],
  });
  writeFileSync(file, reduced);
  console.log(`${wanted.length - lacking.length} characters, ${reduced.length} bytes -> ${file}`);
  if (lacking.length > 0) console.log(`not in the full font: ${lacking.map((c) => `${c} U+${c.codePointAt(0)?.toString(16)}`).join(', ')}`);
}
