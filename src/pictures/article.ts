import type { Block, Inline } from '../copy/inline.ts';
import { readLineWords } from '../copy/lines.ts';
import { noticesAt, withdrawalNotice, type Notice } from '../copy/notices.ts';
import { OURS } from '../copy/ours.ts';
import { plain } from '../copy/plain.ts';
import { numbersIn } from '../copy/references.ts';
import { stampOf } from '../copy/stamp.ts';
import { readStory, seenNodes, type ChapterCopy, type StepCopy } from '../copy/story.ts';
import { readUi } from '../copy/ui.ts';
import { derive } from '../data/derive.ts';
import { fill } from '../data/fill.ts';
import { formatFact, isDerived, notDisclosed, sectionTitle } from '../data/format.ts';
import { formatsOf } from '../data/language.ts';
import { tables } from '../data/tables.ts';
import type { Figure, Locale } from '../data/types.ts';
import { mapModeOf } from '../flat/map-modes.ts';
import { escapeXml } from '../flat/picture.ts';
import { tokensOf } from '../flat/theme.ts';
import { isHan } from '../languages.ts';
import { correctionsUrl } from '../layouts/records.ts';
import { settings } from '../settings.ts';
import { chapterLine, OPENING, stepWith, STEPS } from '../story/steps.ts';
import { goneSteps } from '../story/withdrawn.ts';
import { EDGES } from '../styles/lines.ts';
import { altOfStep, titleOfStep } from './chart.ts';
import { KIT_STEPS, kitName } from './kit-names.ts';
import { readKitWords } from './kit-words.ts';
import { MOVING, movingPicture, movingSteps } from './moving.ts';
import type { Piece } from './pasted.ts';
import { credits } from './upright.ts';
import { readPictureWords } from './words.ts';

/** Inline styles of the article's parts, in the colours of the day: a phone's own faces, no ground of its own (an app that darkens pages leaves a seam round a picture). */
function stylesOf(locale: Locale): Record<'title' | 'chapter' | 'kicker' | 'step' | 'body' | 'item' | 'list' | 'small' | 'notice' | 'picture' | 'caption', string> {
  const { ink, muted, fallen } = tokensOf('day');
  const leading = isHan(locale) ? 1.8 : 1.6;
  const small = `margin:0 0 8px;font-size:13px;line-height:1.6;color:${muted}`;
  return {
    title: `margin:0 0 16px;font-size:26px;line-height:1.3;font-weight:bold;color:${ink}`,
    kicker: `margin:0;font-size:13px;line-height:1.6;color:${muted}`,
    chapter: `margin:0 0 12px;font-size:21px;line-height:1.4;font-weight:bold;color:${ink}`,
    step: `margin:32px 0 8px;font-size:17px;line-height:1.5;font-weight:bold;color:${ink}`,
    body: `margin:0 0 16px;font-size:16px;line-height:${leading};color:${ink}`,
    list: 'margin:0 0 16px;padding:0 0 0 20px',
    item: `margin:0 0 8px;font-size:16px;line-height:${leading};color:${ink}`,
    small,
    notice: `${small};padding:0 0 0 10px;border-left:3px solid ${fallen}`,
    picture: 'margin:24px 0 8px',
    caption: `margin:0 0 4px;font-size:14px;line-height:1.6;font-weight:bold;color:${ink}`,
  };
}

type Look = keyof ReturnType<typeof stylesOf>;

/** Writes the pieces of one language. */
class Writer {
  readonly locale: Locale;
  private readonly styles: ReturnType<typeof stylesOf>;

  constructor(locale: Locale) {
    this.locale = locale;
    this.styles = stylesOf(locale);
  }

  /** Prose as HTML: numbers are bound as ever, figures of ours keep ƒ and their slant; no link, for an editor takes out those that lead elsewhere. */
  inlines(nodes: readonly Inline[]): string {
    return nodes.map((node): string => {
      if (node.type === 'strong') return `<strong>${this.inlines(node.children)}</strong>`;
      if (node.type === 'em') return `<em>${this.inlines(node.children)}</em>`;
      if (node.type === 'link') return this.inlines(node.children);
      const words = escapeXml(this.plain([node]));
      return node.type === 'calc' ? `<em>${words}</em>` : words;
    }).join('');
  }

  plain(nodes: readonly (Block | Inline)[]): string {
    return plain(nodes, this.locale, tables(), OURS);
  }

  element(name: string, look: Look, inside: string): string {
    return `<${name} style="${this.styles[look]}">${inside}</${name}>`;
  }

  /** Plain words as one paragraph, or a heading. */
  line(look: Look, text: string, name = 'p'): Piece {
    return { html: this.element(name, look, escapeXml(text)), text };
  }

  paragraph(nodes: readonly Inline[], look: Look = 'body'): Piece {
    return { html: this.element('p', look, this.inlines(nodes)), text: this.plain(nodes) };
  }

  blocks(blocks: readonly Block[]): Piece[] {
    return blocks.map((block) =>
      block.type === 'paragraph'
        ? this.paragraph(block.children)
        : { html: this.element('ul', 'list', block.items.map((item) => this.element('li', 'item', this.inlines(item))).join('')), text: this.plain([block]) });
  }

  notices(notices: readonly Notice[]): Piece[] {
    return notices.map(({ text }) => this.line('notice', text));
  }

  /** “Label: value”, as this language joins them. */
  pair(what: string, words: string): string {
    return fill(formatsOf(this.locale).explained, { what, words });
  }

  /** A chapter's head below a rule in its line's colour and stroke, as on the page. */
  head({ id, kicker, title, intro }: ChapterCopy): Piece {
    const line = tables().lines.get(chapterLine(id) ?? '');
    const day = tokensOf('day');
    const rule = line === undefined ? `3px solid ${day['fallen']}` : `${EDGES[line.stroke]} ${day[line.id]}`;
    const inside = [this.line('kicker', this.plain(kicker)), this.line('chapter', this.plain(title), 'h2'), this.paragraph(intro)];
    return { html: `<section style="margin:48px 0 0;padding:12px 0 0;border-top:${rule}">${inside.map(({ html }) => html).join('')}</section>`, text: inside.map(({ text }) => text).join('\n') };
  }

  step(copy: StepCopy): Piece[] {
    const rows = copy.spec.map(({ label, value }) => this.pair(this.plain(label), value === null ? notDisclosed(this.locale) : this.plain(value)));
    return [
      this.line('step', this.plain(copy.title), 'h3'),
      ...this.blocks(copy.body),
      ...(rows.length === 0 ? [] : [{ html: this.element('p', 'small', rows.map(escapeXml).join('<br>')), text: rows.join('\n') }]),
      ...this.notices(noticesAt([copy.id], this.locale)),
    ];
  }

  /** Where each number and quotation of the article comes from, by the source's pages; then how ours are worked out. */
  sources(): Piece[] {
    const data = tables();
    const words = readKitWords(this.locale);
    const told = numbersIn(seenNodes(readStory(this.locale)));
    const of = <Of extends Figure>(figures: Iterable<Of>): Of[] => [...figures].filter(({ id }) => told.has(id));
    const value = (figure: Figure): string => this.pair(figure.label[this.locale], `${isDerived(figure) ? OURS : ''}${formatFact(figure, this.locale)}`);
    const sections = Map.groupBy(of(data.facts.values()), ({ section }) => sectionTitle(section, this.locale, data));
    const ours = of(derive(data).values());
    return [
      this.line('step', words.sourcesTitle, 'h2'),
      this.line('small', words.sourcesLead),
      ...[...sections].map(([title, figures]) => this.note(title, figures.map(value))),
      ...(ours.length === 0 ? [] : [this.line('small', words.oursLead), ...ours.map((figure) => this.note(value(figure), [figure.method[this.locale]]))]),
    ];
  }

  /** Small lines below a name. */
  note(name: string, lines: readonly string[]): Piece {
    return { html: this.element('p', 'small', [`<strong>${escapeXml(name)}</strong>`, ...lines.map(escapeXml)].join('<br>')), text: [name, ...lines].join('\n') };
  }

  /** A picture's number and title. */
  caption(number: number, step: string): Piece {
    return this.line('caption', fill(readPictureWords(this.locale).captionLine, { number, title: titleOfStep(step, this.locale) }));
  }

  /** What a picture shows, for who cannot see it. */
  alt(step: string): Piece {
    return this.line('small', fill(readKitWords(this.locale).captionAlt, { alt: altOfStep(step, this.locale, mapModeOf('kit'), OURS) }));
  }
}

/** Title, first words, who made it, and the signs of the pictures. */
function opening(writer: Writer): Piece[] {
  const { locale } = writer;
  const ui = readUi(locale);
  const lineWords = readLineWords(locale);
  const signs = [...[...tables().lines.keys()].map((id) => lineWords[`${id}.key`]!), ui.keyHatching, ui.keyMoreThan, ui.keyAbout, ui.keyDot, ui.keySquare, ui.keyCalculation];
  return [
    writer.line('title', settings.title[locale], 'h1'),
    ...writer.blocks(readStory(locale).steps.get(OPENING)!.body),
    ...[ui.bylineSpecial, ui.bylineSource, fill(ui.bylineOurs, { publisher: settings.publisher[locale] })].map((text) => writer.line('small', text)),
    ...writer.notices(noticesAt([OPENING], locale)),
    writer.note(ui.keyTitle, signs),
  ];
}

/** Sources, credit, licence, what the maps are, version of the data, and the address of story and corrections. */
function ending(writer: Writer): Piece[] {
  const { locale } = writer;
  const ids = STEPS.map(({ id }) => id);
  const lines = [readUi(locale).methodSuspects, ...credits(locale, true, ids), stampOf(locale, tables(), correctionsUrl(locale))];
  return [...writer.sources(), ...lines.map((text) => writer.line('small', text))];
}

/** Puts the pictures of a step with its words. */
type Place = (writer: Writer, step: string, words: Piece[]) => Piece[];

/** The whole article in reading order. */
function article(locale: Locale, place: Place): Piece[] {
  const writer = new Writer(locale);
  const { chapters, unknown } = readStory(locale);
  const gone = goneSteps();
  const first = place(writer, OPENING, opening(writer));
  const told = chapters.slice(1).flatMap((chapter) => [
    writer.head(chapter),
    ...writer.notices(noticesAt([chapter.id], locale)),
    ...chapter.steps.flatMap((copy) => place(writer, copy.id, writer.step(copy))),
    ...writer.notices(gone.filter((each) => each.chapter === chapter.id).map(({ row }) => withdrawalNotice(row, locale))),
  ]);
  return [...first, ...told, ...writer.blocks(unknown), ...ending(writer)];
}

/**
 * The article with its moving pictures: each below the words of its step. The one that answers a guess stands above them and
 * under the title of the question, says that they have the answer, and only below them says what it shows.
 */
export function movingArticle(locale: Locale): Piece[] {
  const asking = stepWith('guess')?.id;
  const { captionTap, captionGuess } = readKitWords(locale);
  let number = 0;
  return article(locale, (writer, step, words) =>
    MOVING.filter((id) => movingSteps(id).at(-1) === step).reduce((before, id) => {
      number += 1;
      const picture = { html: writer.element('section', 'picture', movingPicture(id, locale)), text: '', moving: id };
      return isAnswer(step) && asking !== undefined
        ? [picture, writer.caption(number, asking), writer.line('small', captionGuess), ...before, writer.alt(step)]
        : [...before, picture, writer.caption(number, step), writer.line('small', captionTap), writer.alt(step)];
    }, words),
  );
}

/** Whether a step shows what the step before lets a reader guess. */
const isAnswer = (step: string): boolean => stepWith('verdict')?.id === step;

/** The article with the places of the kit's stills, for an editor that takes no SVG. */
export const stillsArticle = (locale: Locale): Piece[] =>
  article(locale, (writer, step, words) => {
    if (!KIT_STEPS.includes(step)) return words;
    const here = writer.line('caption', fill(readKitWords(locale).stillHere, { file: kitName(step) }));
    return [...words, here, writer.caption(KIT_STEPS.indexOf(step) + 1, step), writer.alt(step)];
  });
