import { inEach, isHan } from '../languages.ts';
import { OURS } from '../copy/ours.ts';
import { fill } from '../data/fill.ts';
import { walk, type Block } from '../copy/inline.ts';
import { noticesAt, noticesTitle } from '../copy/notices.ts';
import { plain } from '../copy/plain.ts';
import { readStory } from '../copy/story.ts';
import { readUi } from '../copy/ui.ts';
import { placeById, tables } from '../data/tables.ts';
import type { Locale } from '../data/types.ts';
import { mapModeOf } from '../flat/map-modes.ts';
import { mapNote } from '../flat/map-note.ts';
import { widgetsOf } from '../flat/widgets.ts';
import { showsMap } from '../pictures/chart.ts';
import { FRAMES } from '../scenes/frames.ts';
import { SCALE_END } from '../scenes/falls/layout.ts';
import { sentenceOn } from '../scroll/guess.ts';
import { settings } from '../settings.ts';
import type { StoryStep } from '../story/steps.ts';
import { stepsOf, type Embed } from './embeds.ts';
import { NARROW, WIDEST, type Heights } from './room.ts';
import { countLines, heightOf, type Style } from './typeset.ts';
import { articleOf, readEmbedWords, titleOf } from './words.ts';

/**
 * Lengths of `src/styles/embed.css`, px, where the card changes its form: `tests/browser/embed.spec.ts` compares what comes of them
 * with cards in a browser.
 */
interface Form {
  /** from this width on */
  from: number;
  /** padding at the sides, above and below together */
  sides: number;
  ends: number;
  /** body text, a step's title, and what stands above and below the title */
  text: number;
  title: number;
  aboveTitle: number;
  belowTitle: number;
}
const FORMS: readonly Form[] = [
  { from: 900, sides: 48, ends: 34, text: 16, title: 20, aboveTitle: 8, belowTitle: 8 },
  { from: NARROW, sides: 48, ends: 34, text: 16, title: 18, aboveTitle: 0, belowTitle: 4.8 },
  { from: 0, sides: 32, ends: 26, text: 15, title: 18, aboveTitle: 0, belowTitle: 4.8 },
];
/** An alphabet is set smaller below this width. */
const SMALLER_ALPHABET = { below: 360, text: 14 };
/** Height of a line of body text, of its size. */
const LEADING = inEach((locale) => (isHan(locale) ? 1.65 : 1.5));
const GAP = { row: 8, column: 24 };
const WIDEST_PORTRAIT = 336;
const TEXT_COLUMN = { least: 232, pictureMost: 384, wideLeast: 272 };
const BUTTONS = 44;
const SMALL = 12;
/** Padding of the line that opens the corrections, above and below together. */
const CORRECTED = 8;
const LESSER = 13;
const WIDGET = { size: 14, leading: 1.4, slider: 36, field: 44, out: 22.4, outAbove: 3.2, input: 91, gap: 8, button: 31.8 };
const VERDICT_LINES = 3;

/** Widths at which a card is worked out, px. */
const STRIDE = 12;
const [NARROW_WIDTHS, WIDER_WIDTHS] = (
  [
    [320, NARROW - 1],
    [NARROW, WIDEST],
  ] as const
).map(([from, to]) =>
  [
    ...Array.from({ length: Math.ceil((to - from) / STRIDE) }, (_, i) => from + i * STRIDE),
    ...[SMALLER_ALPHABET.below, ...FORMS.map((form) => form.from)].flatMap((edge) => [edge - 1, edge]),
    to,
  ].filter((width) => width >= from && width <= to),
);

/** What a card says in one language. */
interface Words {
  locale: Locale;
  title: string;
  kicker: string;
  steps: readonly { title: string; paragraphs: readonly string[]; bold: ReadonlySet<string>; widget: StoryStep['widget'] }[];
  foot: { more: string; address: string; credit: string; notices: string };
}

const ratio = (name: 'portrait' | 'landscape'): number => FRAMES[name].height / FRAMES[name].width;

function wordsOf(embed: Embed, locale: Locale): Words {
  const data = tables();
  const ui = readUi(locale);
  const words = readEmbedWords(locale);
  const story = readStory(locale);
  const paragraphs = (body: readonly Block[]): string[] => body.flatMap((block) => plain([block], locale, data, OURS).split('\n'));
  // With land or, by its address, without.
  const mapMode = mapModeOf('embed');
  const withMap = embed.steps.some((step) => showsMap(step, mapMode) || showsMap(step, 'schematic'));
  const mapNotes = withMap ? [[mapNote({ ...settings, mapMode }, ui), ui.mapCaptionNodes].reduce((a, b) => (b.length > a.length ? b : a))] : [];
  const namesIn = (body: readonly Block[]): string[] =>
    [...walk(body)].flatMap((node) => (node.type === 'place' ? placeById(data, node.id).name[locale].split(' ') : []));
  return {
    locale,
    title: titleOf(embed.id, locale),
    kicker: embed.whole ? settings.publisher[locale] : settings.title[locale],
    steps: stepsOf(embed).map(({ id, widget }) => {
      const { title, body } = story.steps.get(id)!;
      return { title: plain(title, locale, data), paragraphs: paragraphs(body), bold: new Set(namesIn(body)), widget };
    }),
    foot: {
      more: words.fullStory,
      address: articleOf(embed, locale).replace(/^https?:\/\//, ''),
      notices: noticesAt(embed.steps, locale).length > 0 ? noticesTitle(noticesAt(embed.steps, locale), locale) : '',
      credit: [ui.bylineSpecial, fill(words.credit, { publisher: settings.publisher[locale] }), settings.licence.name, ...mapNotes].join(' · '),
    },
  };
}

/** The slider, the form, or the sentence on a guess, under a step's text. */
function widgetHeight(widget: StoryStep['widget'], locale: Locale, form: Form, width: number): number {
  const { slider, guess } = widgetsOf(locale);
  const { size, leading, ...parts } = WIDGET;
  const line = (text: string, style: Style = { size }): number => heightOf(text, style, width, leading);
  const label = (text: string): number => line(text, { size, look: 'strong' });
  const note = (text: string): number => line(text, { size: SMALL });
  switch (widget) {
    case 'months': {
      if (!slider) return 0;
      const result = `${OURS} ${fill(slider.words.result, { months: slider.max, rate: (slider.cases / slider.min).toFixed(1) })}`;
      return label(slider.words.label) + parts.slider + Math.max(parts.out, parts.outAbove + label(result)) + note(slider.words.note);
    }
    case 'guess': {
      if (!guess) return 0;
      const rest = width - parts.input - parts.gap;
      const rows = countLines(guess.words.show, { size }, Math.max(1, rest - parts.button)) > 1 ? 2 : 1;
      return (
        parts.slider +
        label(guess.words.field) +
        rows * parts.field +
        (rows - 1) * parts.gap +
        parts.outAbove +
        size * leading +
        note(guess.words.private)
      );
    }
    case 'verdict': {
      if (!guess) return 0;
      const sentences = [0, guess.answer + 1, SCALE_END].map((guessed) => sentenceOn(guessed, guess.answer, guess.words.verdicts, locale));
      return (
        Math.max(VERDICT_LINES * form.text, ...sentences.map((each) => heightOf(each, { size: form.text, look: 'strong' }, width, LEADING[locale]))) +
        form.text / 2
      );
    }
    default:
      return 0;
  }
}

/** The highest of the steps' texts, which lie on one another. */
function textsHeight({ steps, locale }: Words, form: Form, width: number): number {
  const whole = isHan(locale);
  const told = (widget: StoryStep['widget']): boolean => form.from < NARROW && (widget === 'months' || widget === 'guess');
  return (
    form.aboveTitle +
    Math.max(
      ...steps.map(({ title, paragraphs, bold, widget }) => {
        const shown = paragraphs.slice(told(widget) ? 1 : 0);
        const text = shown.reduce((sum, each) => sum + heightOf(each, { size: form.text }, width, LEADING[locale], bold) + form.text / 2, 0);
        return (
          heightOf(title, { size: form.title, look: 'display', locale, whole }, width, 1.25) +
          form.belowTitle +
          text +
          widgetHeight(widget, locale, form, width)
        );
      }),
    )
  );
}

function headHeight({ title, kicker, locale }: Words, card: number, width: number): number {
  const size = Math.min(30.4, Math.max(20.8, 16 + 0.016 * card));
  return (
    heightOf(kicker, { size: LESSER, spacing: 0.06 }, width, LEADING[locale]) +
    2.4 +
    heightOf(title, { size, look: 'display', locale, whole: isHan(locale) }, width, 1.2)
  );
}

function footHeight({ foot: { more, address, credit, notices } }: Words, width: number): number {
  const size = 15;
  const beside = countLines(`${more} ${'0'.repeat(Math.ceil((address.length * SMALL) / size))}`, { size, look: 'strong' }, width);
  const below = Math.max(countLines(more, { size, look: 'strong' }, width) + Math.max(0, countLines(address, { size: SMALL }, width) - 1), beside);
  return 9 + below * size * 1.5 + heightOf(credit, { size: SMALL }, width, 1.5) + (notices === '' ? 0 : CORRECTED + heightOf(notices, { size: SMALL }, width - SMALL * 2, 1.5));
}

/** The height of a card in a frame of a width, px. */
function cardHeight(words: Words, card: number): number {
  const { steps, locale } = words;
  const found = FORMS.find(({ from }) => card >= from)!;
  const form = card < SMALLER_ALPHABET.below && !isHan(locale) ? { ...found, text: SMALLER_ALPHABET.text } : found;
  const inside = card - form.sides;
  const turn = GAP.row + (steps.length > 1 ? BUTTONS : 0);
  const fixed = form.ends + GAP.row + footHeight(words, inside);
  if (form.from >= 900) {
    const text = Math.max(TEXT_COLUMN.wideLeast, (inside - GAP.column) / 3);
    const beside = headHeight(words, card, text) + GAP.row + textsHeight(words, form, text) + turn;
    return fixed + Math.max(beside, (inside - GAP.column - text) * ratio('landscape'));
  }
  const head = headHeight(words, card, inside) + GAP.row;
  if (form.from === NARROW) {
    const picture = Math.min(TEXT_COLUMN.pictureMost, inside - GAP.column - TEXT_COLUMN.least);
    return fixed + head + Math.max((picture + GAP.row) * ratio('portrait'), textsHeight(words, form, inside - GAP.column - picture) + turn);
  }
  return fixed + head + Math.min(WIDEST_PORTRAIT, inside + 2 * GAP.row) * ratio('portrait') + turn + GAP.row + textsHeight(words, form, inside);
}

/** Heights are kept in steps of this, px: a browser's own rounding is less. */
const ROUND = 10;
const kept = new Map<string, Heights>();

/**
 * The height to keep free for an embed's card: the highest that it stands in any frame, worked out from its words in the widest face
 * that readers have, so that a host's page does not move when the card comes.
 */
export function heightsOf(embed: Embed, locale: Locale): Heights {
  const key = `${locale} ${embed.id}`;
  const before = kept.get(key);
  if (before) return before;
  const words = wordsOf(embed, locale);
  const highest = (widths: readonly number[] = []): number => Math.ceil(Math.max(...widths.map((width) => cardHeight(words, width))) / ROUND) * ROUND;
  const heights = [highest(NARROW_WIDTHS), highest(WIDER_WIDTHS)] as const;
  kept.set(key, heights);
  return heights;
}
