const CMAP = 0x636d6170;
const NAME = 0x6e616d65;
/** Names of the `name` table: the family, and the family of more than four styles, which programs look for first. */
const FAMILY = 1;
const TYPOGRAPHIC_FAMILY = 16;

/** Finds where a table of a font begins; nothing if it has none, or if the bytes are no plain font. */
function tableAt(view: DataView, tag: number): number | undefined {
  const tables = view.byteLength > 12 ? view.getUint16(4) : 0;
  for (let table = 0; table < tables; table += 1) {
    const record = 12 + table * 16;
    if (record + 16 > view.byteLength) return undefined;
    if (view.getUint32(record) === tag) return view.getUint32(record + 8);
  }
  return undefined;
}

/**
 * The family that a font names itself, as a program that draws with it looks for it.
 * @param font the bytes of an sfnt file
 * @throws Error if it names none in Unicode
 */
export function readFamily(font: Uint8Array): string {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const at = tableAt(view, NAME);
  const records = at === undefined ? [] : Array.from({ length: view.getUint16(at + 2) }, (_, i) => at + 6 + i * 12);
  const named = (id: number): string | undefined => {
    const record = records.find((each) => [0, 3].includes(view.getUint16(each)) && view.getUint16(each + 6) === id);
    if (record === undefined) return undefined;
    const from = at! + view.getUint16(at! + 4) + view.getUint16(record + 10);
    return new TextDecoder('utf-16be').decode(font.subarray(from, from + view.getUint16(record + 8)));
  };
  const family = named(TYPOGRAPHIC_FAMILY) ?? named(FAMILY);
  if (!family) throw new Error('it does not name its family: expected an uncompressed TrueType or OpenType file');
  return family;
}

/**
 * Lists the characters that a TrueType or OpenType font draws.
 * Reads the `cmap` table (OpenType 1.9): format 12, which holds every plane, else format 4, which a font of common characters has.
 * @param font the bytes of an sfnt file, not woff or woff2
 * @returns code points with a glyph of their own
 * @throws Error if the bytes hold no such table
 */
export function readCharacters(font: Uint8Array): Set<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = characterTables(view);
  const full = tables.find((at) => view.getUint16(at) === 12);
  if (full !== undefined) return readFormat12(view, full);
  const basic = tables.find((at) => view.getUint16(at) === 4);
  if (basic !== undefined) return readFormat4(view, basic);
  throw new Error('it has no character table: expected an uncompressed TrueType or OpenType file');
}

/** Finds where the subtables of `cmap` begin. */
function characterTables(view: DataView): number[] {
  const cmap = tableAt(view, CMAP);
  return cmap === undefined ? [] : Array.from({ length: view.getUint16(cmap + 2) }, (_, encoding) => cmap + view.getUint32(cmap + 8 + encoding * 8));
}

/** Groups of consecutive characters with consecutive glyphs. Glyph 0 is the empty box for "no such character". */
function readFormat12(view: DataView, table: number): Set<number> {
  const characters = new Set<number>();
  for (let group = 0; group < view.getUint32(table + 12); group += 1) {
    const at = table + 16 + group * 12;
    const [first, last, glyph] = [view.getUint32(at), view.getUint32(at + 4), view.getUint32(at + 8)];
    for (let code = first; code <= last; code += 1) if (glyph + code - first !== 0) characters.add(code);
  }
  return characters;
}

/** Segments of characters whose glyph is a fixed step away, or is looked up in the list behind the segments. */
function readFormat4(view: DataView, table: number): Set<number> {
  const characters = new Set<number>();
  const width = view.getUint16(table + 6);
  for (let segment = 0; segment < width; segment += 2) {
    const lasts = table + 14 + segment;
    const [last, first] = [view.getUint16(lasts), view.getUint16(lasts + width + 2)];
    const step = view.getUint16(lasts + 2 * width + 2);
    const offsets = lasts + 3 * width + 2;
    const offset = view.getUint16(offsets);
    for (let code = first; code <= last; code += 1) {
      const listed = offset === 0 ? code : view.getUint16(offsets + offset + 2 * (code - first));
      const glyph = offset !== 0 && listed === 0 ? 0 : (listed + step) & 0xffff;
      if (glyph !== 0) characters.add(code);
    }
  }
  return characters;
}
