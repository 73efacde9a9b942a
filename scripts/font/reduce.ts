// Run once by hand, and again only when characters.ts changes: see README.md beside this file.
import { readFileSync, writeFileSync } from 'node:fs';
import subsetFont from 'subset-font';
import { DISPLAY_FONT_FILE, readCharacters } from '../../src/build/font.ts';
import { wantedCharacters } from './characters.ts';

const FULL = new URL('node_modules/@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf', import.meta.url);

const full = readFileSync(FULL);
const inFull = readCharacters(full);
const wanted = [...new Set(wantedCharacters())];
const lacking = wanted.filter((character) => !inFull.has(character.codePointAt(0) ?? 0));

const reduced = await subsetFont(full, wanted.join(''), {
  targetFormat: 'sfnt',
  noLayoutClosure: true,
  noHinting: true,
  // The story is set in lines, never in columns.
  dropTables: ['vhea', 'vmtx', 'VORG', 'STAT', 'DSIG'],
});
writeFileSync(DISPLAY_FONT_FILE, reduced);
console.log(`${wanted.length - lacking.length} characters, ${reduced.length} bytes -> ${DISPLAY_FONT_FILE}`);
if (lacking.length > 0) console.log(`not in the full font: ${lacking.map((c) => `${c} U+${c.codePointAt(0)?.toString(16)}`).join(', ')}`);
