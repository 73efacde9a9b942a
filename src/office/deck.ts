import { OURS } from '../copy/ours.ts';
import { fill } from '../data/fill.ts';
import type { Inline } from '../copy/inline.ts';
import { LANG, LOCALES } from '../languages.ts';
import { plain } from '../copy/plain.ts';
import { numbersIn } from '../copy/references.ts';
import { readStory } from '../copy/story.ts';
import { readUi } from '../copy/ui.ts';
import { figureById } from '../data/derive.ts';
import { formatFact, isDerived } from '../data/format.ts';
import { factById, type Tables } from '../data/tables.ts';
import type { Fact, Figure, Locale } from '../data/types.ts';
import { blankAxes } from '../lesson/content/axes.ts';
import { readCourse } from '../lesson/content/course.ts';
import { barLabels } from '../lesson/content/drawings.ts';
import { COVER } from '../lesson/content/cover.ts';
import { PICTURES } from '../lesson/content/pictures.ts';
import { slideTitle } from '../lesson/content/titles.ts';
import type { Plan, Quantity, Slide, TaskId } from '../lesson/content/types.ts';
import { readLesson } from '../lesson/content/words.ts';
import { worksheet, type Item } from '../lesson/content/worksheet.ts';
import { filmOf } from '../lesson/player/build.ts';
import { isAsked, stepOf } from '../lesson/player/film.ts';
import { settings } from '../settings.ts';
import type { Bar, BarChart } from './bar-chart.ts';
import { sourceLines } from './credit.ts';
import { altOf, mapLine, stepPicture, type OfficePicture } from './picture.ts';
import { BODY, writePresentation, type DeckSlide } from './presentation.ts';
import { paragraphsOf, spansOf, type Span } from './spans.ts';
import { readOffice, type OfficeUi } from './words.ts';

type Nodes = readonly Inline[];
type Text = readonly (readonly Span[])[];

/** Room above the highest bar for its label, as a share of it. */
const HEADROOM = 1.3;
/** What is wider than a Latin letter takes a whole square of type. */
const isWide = (letter: string): boolean => /[\u2e80-\uffef“”‘’…—]/.test(letter);
/** Width of a Latin letter in heights of the type, on the safe side. */
const LATIN = 0.5;
/** Distance of two lines in heights of the type, and what a paragraph adds. */
const LEADING = 1.32;
const BETWEEN = 0.375;

/** How high a paragraph stands, in points. */
function heightOf(spans: readonly Span[], width: number): number {
  const ems = [...spans.map(({ text }) => text).join('')].reduce((sum, letter) => sum + (isWide(letter) ? 1 : LATIN), 0);
  return (Math.ceil((ems * BODY.size) / width) * LEADING + BETWEEN) * BODY.size;
}

/** Paragraphs one after another, on pages of a height. */
function filled(paragraphs: Text, { width, height: most }: { width: number; height: number }): Text[] {
  const pages: (readonly Span[])[][] = [[]];
  let left = most;
  for (const spans of paragraphs) {
    const height = heightOf(spans, width);
    if (height > left && pages.at(-1)!.length > 0) {
      pages.push([]);
      left = most;
    }
    pages.at(-1)!.push(spans);
    left -= height;
  }
  return pages;
}

/** Paragraphs shared out evenly to as many slides as they need: type on a wall is not made smaller, and none has one line left over. */
export function pagesOf(paragraphs: Text, room: { width: number; height: number }): Text[] {
  const pages = filled(paragraphs, room);
  const lower = ({ width, height }: typeof room): Text[] => {
    const next = filled(paragraphs, { width, height: height - BODY.size });
    return next.length > pages.length || height <= BODY.size ? filled(paragraphs, { width, height }) : lower({ width, height: height - BODY.size });
  };
  return pages.length === 1 ? pages : lower(room);
}

/** What Excel is to write at a number: what stands before and after it in our own words stays, and the number can be changed. */
export function formatCode(figure: Figure, locale: Locale): string {
  const full = formatFact(figure, locale, 'abs');
  const [, before = '', , after = ''] = /^(\D*)([\d,.]+万?)(.*)$/.exec(full) ?? [];
  const quoted = (words: string): string => (words === '' ? '' : `"${words.replaceAll('"', '')}"`);
  const digits = isDerived(figure) ? Math.max(0, figure.decimals) : (String(figure.value).split('.')[1] ?? '').length;
  return `${quoted(`${isDerived(figure) ? OURS : ''}${before}`)}#,##0${digits === 0 ? '' : `.${'0'.repeat(digits)}`}${quoted(after)}`;
}

/** A scale's end with room for labels, as a round number. */
function endOf(values: readonly number[]): number {
  const wanted = Math.max(...values) * HEADROOM;
  const step = 10 ** Math.floor(Math.log10(wanted)) / 2;
  return Number((Math.ceil(wanted / step) * step).toPrecision(6));
}

/** Everything that the slides of one deck are made with. */
class Maker {
  readonly ui: OfficeUi;
  readonly lesson;
  readonly story;
  readonly site;
  readonly film = filmOf();

  constructor(
    readonly plan: Plan,
    readonly locale: Locale,
    readonly data: Tables,
  ) {
    this.ui = readOffice(locale).ui;
    this.lesson = readLesson(locale);
    this.story = readStory(locale);
    this.site = readUi(locale);
  }

  words = (nodes: Nodes): string => plain(nodes, this.locale, this.data, OURS);
  spans = (nodes: Nodes): Span[] => spansOf(nodes, this.locale, this.data);
  all = (texts: readonly Nodes[]): Span[][] => texts.map(this.spans);
  listed = (texts: readonly string[]): string => new Intl.ListFormat(LANG[this.locale]).format(texts);

  /** The line at a slide's foot: source, and what has to be said of a map. */
  source = (step?: string, more: readonly string[] = []): string => {
    const note = step === undefined ? undefined : mapLine(step, this.locale);
    return [this.site.bylineSpecial, ...(note === undefined ? [] : [note]), ...more].join(' · ');
  };

  /** What a teacher reads below a slide: how long, how to teach it, and more. */
  notes = (slide: Slide, more: readonly string[] = []): string[] => [
    fill(this.ui.slideNotesMinutes, { title: slideTitle(slide, this.lesson), minutes: slide.minutes }),
    ...(this.lesson.notes[slide.id] ?? []).map(this.words),
    ...more,
  ];

  /** A slide, and those that go on with it where the words need more room. */
  shared = (slide: DeckSlide): DeckSlide[] =>
    pagesOf(slide.body, slide.figure === undefined ? BODY.wide : BODY.aside).map((body, i) => ({
      ...slide,
      body,
      title: i === 0 ? slide.title : fill(this.ui.slideMore, { title: slide.title }),
      notes: i === 0 ? slide.notes : slide.notes.slice(0, 1),
    }));

  picture = async (
    step: string,
    alt: string,
    left: Parameters<typeof stepPicture>[3] = {},
  ): Promise<{ kind: 'picture'; picture: OfficePicture }> => ({ kind: 'picture', picture: await stepPicture(step, this.locale, alt, left) });

  chart = (
    series: string,
    bars: readonly Bar[],
    direction: BarChart['direction'],
    shown: readonly string[],
    end?: number,
  ): { kind: 'chart'; chart: BarChart } => {
    const points = bars.map(({ name }, i) => fill(this.ui.chartPoint, { name, value: shown[i] ?? '' }));
    const known = points.filter((_, i) => bars[i]!.value !== null);
    const alt =
      known.length === bars.length
        ? fill(this.ui.chartAlt, { all: this.listed(known) })
        : fill(this.ui.chartAltGuess, { known: this.listed(known), last: bars.at(-1)!.name });
    return { kind: 'chart', chart: { series, bars, direction, end: end ?? endOf(bars.flatMap(({ value }) => value ?? [])), alt } };
  };

  /** The chart of a guess: what is known, and a place for the class's own number or the published one. */
  guessChart = (quantity: Quantity, isTold: boolean): { kind: 'chart'; chart: BarChart } => {
    const { known, guessed } = readCourse().guesses[quantity];
    const labels = barLabels(quantity, [...known, guessed], this.lesson.ui, this.locale, this.data);
    const bars = [...known, guessed].map((id, i): Bar => {
      const fact = factById(this.data, id);
      const isLeft = id === guessed && !isTold;
      return {
        name: id === guessed && isTold ? fact.period[this.locale] : labels[i]!,
        value: isLeft ? null : Math.abs(fact.value!),
        format: formatCode(fact, this.locale),
      };
    });
    const shown = [...known, guessed].map((id) => formatFact(factById(this.data, id), this.locale, 'abs'));
    return this.chart(
      this.ui[`months.${quantity}`],
      bars,
      quantity === 'cases' ? 'col' : 'bar',
      shown,
      isTold ? undefined : blankAxes(quantity, this.data).end * HEADROOM,
    );
  };

  /** The chart of our own averages. */
  ratesChart = ({ rates }: Extract<Item, { kind: 'rates' }>): { kind: 'chart'; chart: BarChart } => {
    const figures = rates.map(({ figure }) => figureById(this.data, figure));
    const bars = figures.map((figure, i): Bar => ({
      name: this.lesson.ui[rates[i]!.label],
      value: figure.value,
      format: formatCode(figure, this.locale),
    }));
    return this.chart(
      this.ui.chartRates,
      bars,
      'bar',
      figures.map((figure) => `${OURS}${formatFact(figure, this.locale)}`),
    );
  };

  /** Facts of one unit that a question sets side by side; none if it has fewer than two. */
  countsOf = (task: TaskId): Fact[] => {
    const facts = [...numbersIn(this.lesson.tasks[task].question.flat())]
      .flatMap((id) => this.data.facts.get(id) ?? [])
      .filter(({ value }) => value !== null);
    const [most = []] = Object.values(Object.groupBy(facts, ({ unit }) => LOCALES.map((locale) => unit[locale]).join())).sort((a, b) => b!.length - a!.length);
    return most.length < 2 ? [] : most;
  };
}

/** Slides of a question: itself, its hints, its answer, and its numbers to work with. */
async function taskSlides(slide: Extract<Slide, { kind: 'task' }>, maker: Maker, charted: Set<string>): Promise<DeckSlide[]> {
  const { ui, plan, locale, data, lesson } = maker;
  const words = lesson.tasks[slide.task];
  const title = maker.words(words.title);
  const step = stepOf(maker.film, slide, 0)!;
  const more = [
    fill(ui.slideNotesSupport, { text: maker.words(words.support) }),
    fill(ui.slideNotesExtension, { text: maker.words(words.extension) }),
    maker.words(words.extensionAnswer),
  ];
  const question: DeckSlide = {
    layout: 'side',
    title,
    body: maker.all(words.question),
    source: maker.source(step),
    notes: maker.notes(slide, more),
    figure: await maker.picture(step, ui.pictureAsked, { bare: true, asked: [slide.task] }),
  };
  const aside = (words: string): Pick<DeckSlide, 'layout' | 'source' | 'notes'> & { title: string } => ({
    layout: 'text',
    title: words,
    source: maker.source(),
    notes: maker.notes(slide),
  });
  // Hints are short: the question's picture stands beside them.
  const hints = { ...question, title: fill(ui.slideHints, { title }), body: maker.all(words.hints), notes: maker.notes(slide) };
  const answer = { ...aside(fill(ui.slideAnswer, { title })), body: maker.all(words.answer) };
  const rates = worksheet(plan, data, locale)
    .flat()
    .find((item) => item.kind === 'rates');
  const counts = maker.countsOf(slide.task);
  const charts: DeckSlide[] = [];
  const add = (name: string, figure: NonNullable<DeckSlide['figure']>, body: Text, notes: readonly string[]): void => {
    charts.push({
      ...aside(name),
      layout: 'side',
      body,
      figure,
      source: maker.source(undefined, notes),
      notes: maker.notes(slide, [ui.chartEditable]),
    });
  };
  // What two bars beside each other may not be taken for stands beside them.
  if (counts.length > 0 && !counts.every(({ id }) => charted.has(id))) {
    const bars = counts.map((fact): Bar => ({ name: fact.label[locale], value: Math.abs(fact.value!), format: formatCode(fact, locale) }));
    add(
      fill(ui.slideCounts, { title }),
      maker.chart(
        ui.chartPublished,
        bars,
        'bar',
        counts.map((fact) => formatFact(fact, locale, 'abs')),
      ),
      counts.map(({ note }) => [{ text: note[locale] }]),
      [],
    );
    counts.forEach(({ id }) => charted.add(id));
  }
  if (rates?.kind === 'rates' && rates.task === slide.task)
    add(fill(ui.slideChart, { title: ui.chartRates }), maker.ratesChart(rates), [[{ text: ui.monthsCaveat }]], [ui.ours]);
  return [question, hints, answer, ...charts].flatMap(maker.shared);
}

async function slidesOf(slide: Slide, at: number, maker: Maker, charted: Set<string>): Promise<DeckSlide[]> {
  const { ui, plan, locale, lesson, story, film } = maker;
  const later = plan.slides.slice(at + 1).flatMap((each): TaskId[] => (each.kind === 'task' ? [each.task] : []));
  const ofStep = async (id: string): Promise<DeckSlide> => {
    const copy = story.steps.get(id)!;
    const body = paragraphsOf(copy.body, locale, maker.data);
    const covered = isAsked(film, plan.slides, at);
    return {
      layout: 'side',
      title: maker.words(copy.title),
      body: covered ? body.slice(0, 1) : body,
      source: maker.source(id),
      notes: maker.notes(
        slide,
        covered ? body.slice(1).map((spans) => fill(ui.slideNotesText, { text: spans.map(({ text }) => text).join('') })) : [],
      ),
      figure: await maker.picture(id, altOf(id, locale), { asked: later }),
    };
  };
  switch (slide.kind) {
    case 'title': {
      const own = lesson.plans[plan.id];
      const where = maker.words(lesson.where);
      const lines = [maker.words(own.title), fill(lesson.ui.minutesCount, { minutes: plan.minutes }), where];
      const cover = PICTURES.some(({ id }) => id === COVER) ? { figure: await maker.picture(COVER, where) } : {};
      const source = [maker.source(), maker.site.bylineSource, settings.publisher[locale], settings.licence.name].join(' · ');
      return [{ layout: 'title', title: settings.title[locale], body: lines.map((text) => [{ text }]), source, notes: maker.notes(slide), ...cover }];
    }
    case 'step':
      return maker.shared(await ofStep(slide.step));
    case 'notice': {
      const look: DeckSlide = {
        layout: 'side',
        title: ui.slideLook,
        body: [ui.slideLookText, ui.slideSee, ui.slideWonder].map((text) => [{ text }]),
        source: maker.source(slide.step),
        notes: maker.notes(slide),
        figure: await maker.picture(slide.step, ui.pictureCovered, { bare: true, asked: later }),
      };
      return [look, ...maker.shared(await ofStep(slide.step))];
    }
    case 'predict': {
      const words = lesson.predict[slide.quantity];
      const title = maker.words(words.title);
      const { known, guessed } = readCourse().guesses[slide.quantity];
      [...known, guessed].forEach((id) => charted.add(id));
      const question: DeckSlide = {
        layout: 'side',
        title,
        body: maker.all(words.question),
        source: maker.source(),
        notes: maker.notes(slide, [ui.chartEditable]),
        figure: maker.guessChart(slide.quantity, false),
      };
      const answer: DeckSlide = {
        layout: 'side',
        title: fill(ui.slideAnswerGuess, { title }),
        body: maker.all(words.after),
        source: maker.source(),
        notes: maker.notes(slide, [factById(maker.data, guessed).note[locale], ui.chartEditable]),
        figure: maker.guessChart(slide.quantity, true),
      };
      return [question, answer].flatMap(maker.shared);
    }
    case 'task':
      return taskSlides(slide, maker, charted);
    case 'words': {
      const words = lesson.slides[slide.words]!;
      return maker.shared({
        layout: 'text',
        title: maker.words(words.title),
        body: maker.all(words.body),
        source: maker.source(),
        notes: maker.notes(slide),
      });
    }
  }
}

/** The slides of a plan's deck, in the order of the lesson; the last one says where all of it comes from. */
export async function deckSlides(plan: Plan, locale: Locale, data: Tables): Promise<DeckSlide[]> {
  const maker = new Maker(plan, locale, data);
  const charted = new Set<string>();
  const slides: DeckSlide[] = [];
  for (const [at, slide] of plan.slides.entries()) slides.push(...(await slidesOf(slide, at, maker, charted)));
  const credit = [...sourceLines(locale, data), maker.ui.creditReuse].map((text) => [{ text }]);
  return [
    ...slides,
    ...maker.shared({ layout: 'text', title: maker.ui.slideCredit, body: credit, source: maker.source(), notes: [maker.ui.readmeKeep] }),
  ];
}

/** A plan's deck as a file. */
export const deckOf = async (plan: Plan, locale: Locale, data: Tables): Promise<Uint8Array> =>
  writePresentation(
    `${settings.title[locale]} · ${plain(readLesson(locale).plans[plan.id].title, locale, data)}`,
    await deckSlides(plan, locale, data),
    locale,
    data,
  );
