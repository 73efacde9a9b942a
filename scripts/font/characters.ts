/** Characters outside GB 2312 level 1 that this story's places need: 儋 of 儋州 (Danzhou), 鳌 of 博鳌 (Bo'ao). */
export const EXTRA = '儋鳌';

/** Han characters of GB 2312, level 1: the 3,755 most common, rows 16 to 55, ordered by sound. */
export function commonHan(): string {
  const decoder = new TextDecoder('gb2312');
  let han = '';
  for (let row = 0xb0; row <= 0xd7; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
      const character = decoder.decode(Uint8Array.of(row, cell));
      // Row 55 ends five cells early.
      if (/^\p{Script=Han}$/u.test(character)) han += character;
    }
  }
  return han;
}

function range(first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join('');
}

const SIGNS = '−ƒ–—…“”‘’→×÷≠≥≤%‰·￥○〇';

/** Characters of English pictures: in a Chinese font their quotation marks and points are as wide as a Han character. */
export const latinCharacters = (): string => [range(0x20, 0x7e), range(0xa0, 0xff), SIGNS].join('');

/**
 * Letters of the alphabets that need no shaping: Latin with its accents (Vietnamese among them), Greek, Cyrillic; and their signs.
 * They stand in faces of their own, so that what is set in Latin-1 keeps its face.
 */
export const alphabetCharacters = (): string =>
  [
    latinCharacters(),
    range(0x0100, 0x017f), // Latin Extended-A
    'ƠơƯưǍǎǏǐǑǒǓǔǕǖǗǘǙǚǛǜȘșȚțẀẁẂẃẄẅẞỲỳƏə',
    range(0x1ea0, 0x1ef9), // Vietnamese
    range(0x0384, 0x03ce), // Greek
    range(0x0400, 0x045f), // Cyrillic of the Slavic languages
    range(0x048a, 0x04ff), // and of others
    '‚„‹›№€₫₽₴₸ʼ',
  ].join('');

/** Every character the reduced display font should hold. */
export function wantedCharacters(): string {
  return [
    range(0x20, 0x7e), // ASCII
    range(0xa0, 0xbf), // Latin-1 punctuation
    range(0x3000, 0x3003), // ideographic space, 、。〃
    range(0x3008, 0x3011), // 〈〉《》「」『』【】
    range(0x3014, 0x3017), // 〔〕〖〗
    range(0xff01, 0xff5e), // full-width forms
    SIGNS,
    EXTRA,
    commonHan(),
  ].join('');
}

/** Signs that stand on charts only, never in a headline: an arrow to where a line leaves the picture. */
export const LABEL_EXTRA = '↖↗↘↙';
