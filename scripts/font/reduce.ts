// Run once by hand, and again only when characters.ts changes: see README.md beside this file.
import { readFileSync, writeFileSync } from 'node:fs';
import subsetFont from 'subset-font';
import { ALPHABETS_DISPLAY_FILE, ALPHABETS_FONT_FILE, DISPLAY_FONT_FILE, LABEL_FONT_FILE, LATIN_FONT_FILE } from '../../src/build/faces.ts';
import { readCharacters } from '../../src/build/sfnt.ts';
import { alphabetCharacters, LABEL_EXTRA, latinCharacters, wantedCharacters } from './characters.ts';

const PACKAGES = new URL('node_modules/@expo-google-fonts/', import.meta.url);
const FONTS = [
  { full: 'noto-serif-sc/900Black/NotoSerifSC_900Black.ttf', reduced: DISPLAY_FONT_FILE, characters: wantedCharacters() },
  { full: 'noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf', reduced: LABEL_FONT_FILE, characters: wantedCharacters() + LABEL_EXTRA },
  { full: 'noto-sans/500Medium/NotoSans_500Medium.ttf', reduced: LATIN_FONT_FILE, characters: latinCharacters() },
  { full: 'noto-sans/400Regular/NotoSans_400Regular.ttf', reduced: ALPHABETS_FONT_FILE, characters: alphabetCharacters() },
  { full: 'noto-serif/900Black/NotoSerif_900Black.ttf', reduced: ALPHABETS_DISPLAY_FILE, characters: alphabetCharacters() },
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
  writeFileSync(new URL(`../../${file}`, import.meta.url), reduced);
  console.log(`${wanted.length - lacking.length} characters, ${reduced.length} bytes -> ${file}`);
  if (lacking.length > 0) console.log(`not in the full font: ${lacking.map((c) => `${c} U+${c.codePointAt(0)?.toString(16)}`).join(', ')}`);
}
