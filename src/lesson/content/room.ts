import { isHan, SOURCE_LOCALE } from '../../languages.ts';
import { OURS } from '../../copy/ours.ts';
import type { Fault, Origin } from '../../copy/fault.ts';
import type { Inline } from '../../copy/inline.ts';
import { plain } from '../../copy/plain.ts';
import type { Tables } from '../../data/tables.ts';
import type { Locale } from '../../data/types.ts';
import { wrap } from '../../scenes/text.ts';

/** A slide in pixels at 1280x720, as src/styles/slides.css has it (tests/lesson/room.test.ts holds the two together). */
export const SLIDE = {
  height: 664,
  read: 32,
  leading: { han: 1.5, alphabet: 1.25 },
  words: 1192,
  question: 640,
  guess: 400,
  title: { words: 64, question: { han: 46, alphabet: 42 } },
} as const;
/** What else stands on a slide below its words: nothing, two buttons, or a field with its slider and two buttons. */
const BELOW = { words: 0, question: 64, guess: 190 } as const;
/** A paragraph's margin, and what a numbered line has beside and round its words. */
const MARGIN = 16;
/** How much higher than a slide the words of a translation may stand. */
const LONGER = 1.25;
const NUMBER = { width: 84, height: 24 };

const scriptOf = (locale: Locale): 'han' | 'alphabet' => (isHan(locale) ? 'han' : 'alphabet');

export type Room = keyof typeof BELOW;

/** How high the words of a slide stand, in pixels at 1280x720, by measured widths that are generous. */
export function heightOf(room: Room, title: string, body: readonly string[], locale: Locale): number {
  const width = SLIDE[room];
  const head = room === 'words' ? SLIDE.title.words : SLIDE.title.question[scriptOf(locale)];
  const numbered = room === 'words' && body.length > 1 ? NUMBER : { width: 0, height: MARGIN };
  const lines = (text: string, size: number, wide: number): number => wrap(text, size, wide).length;
  const paragraphs = body.map((text) => lines(text, SLIDE.read, width - numbered.width) * SLIDE.read * SLIDE.leading[scriptOf(locale)] + numbered.height);
  return lines(title, head, width) * head * 1.25 + 0.4 * head + paragraphs.reduce((sum, each) => sum + each, 0) + BELOW[room];
}

/**
 * Adds a fault if a slide's words need more room than it has. A translation may be longer than the source's words, by a quarter of the
 * slide: what is over flows on, and a key brings it.
 */
export function checkRoom(
  room: Room,
  { title, body }: { title: Inline[]; body: Inline[][] },
  locale: Locale,
  data: Tables,
  at: Origin,
  faults: Fault[],
): void {
  const words = (nodes: readonly Inline[]): string => plain(nodes, locale, data, OURS);
  const height = heightOf(room, words(title), body.map(words), locale);
  const most = SLIDE.height * (locale === SOURCE_LOCALE ? 1 : LONGER);
  if (height > most)
    faults.push({
      ...at,
      message: `the slide is ${Math.ceil(height - SLIDE.height)} px over its space of ${SLIDE.height} px at 1280x720: shorten it, or make two slides of it`,
    });
}
