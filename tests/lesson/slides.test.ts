import { describe, expect, test } from 'vitest';
import { readAddress, slideAt } from '../../src/lesson/player/address.ts';
import { beyondOf, layoutDotPlot, stack } from '../../src/lesson/player/dot-plot.ts';
import { back, forward, isAsked, shotOf, stagesOf, tasksFrom } from '../../src/lesson/player/film.ts';
import { middleOf } from '../../src/lesson/player/guesses.ts';
import type { SlidesUi } from '../../src/lesson/player/deck.ts';
import { filmOf } from '../../src/lesson/player/build.ts';
import { actionOf } from '../../src/lesson/player/keys.ts';
import { guessAt } from '../../src/lesson/player/pointer.ts';
import { untold } from '../../src/lesson/player/untold.ts';
import { PLANS, planById } from '../../src/lesson/content/plans.ts';
import type { Slide } from '../../src/lesson/content/types.ts';
import { makeChart } from '../../src/flat/chart.ts';
import { aroundSquares, mostSquares, outlinePath } from '../../src/lesson/player/around.ts';
import { layoutSquares, squaresOf } from '../../src/scenes/squares/layout.ts';
import { FRAMES } from '../../src/scenes/frames.ts';
import { layoutFalls } from '../../src/scenes/falls/layout.ts';
import { layoutMap } from '../../src/scenes/map/layout.ts';
import { planMap } from '../../src/scenes/map/plan.ts';
import { layoutGroups } from '../../src/scenes/groups/layout.ts';
import { layoutPeople } from '../../src/scenes/people/layout.ts';
import type { Picture } from '../../src/scenes/registry.ts';
import { tokensOf } from '../../src/flat/theme.ts';

const film = filmOf();
const frame = FRAMES.slide;
const chart = makeChart('zh', 'geographic', ['slide']);
const slideOf = (plan: string, id: string): Slide => planById(plan).slides.find((slide) => slide.id === id)!;

describe('the order of a lesson', () => {
  test('a slide to notice uncovers labels, title and takeaway before the next slide comes, covered', () => {
    const stages = [1, stagesOf({ id: 'x', minutes: 1, kind: 'notice', step: 'both-lines' }, 0), 1];
    let place = { slide: 0, stage: 0 };
    const way = Array.from({ length: 6 }, () => (place = forward(place, stages))).map(({ slide, stage }) => `${slide}.${stage}`);
    expect(way).toEqual(['1.0', '1.1', '1.2', '1.3', '2.0', '2.0']);
  });
  test('a task gives its question, each of three hints, and last the answer', () => {
    expect(stagesOf(slideOf('40', 'task-comparable'), 3)).toBe(5);
  });
  test('back covers one thing again, then shows the slide before as far as it was uncovered', () => {
    expect(back({ slide: 1, stage: 2 }, [0, 3])).toEqual({ slide: 1, stage: 1 });
    expect(back({ slide: 2, stage: 0 }, [0, 3])).toEqual({ slide: 1, stage: 3 });
    expect(back({ slide: 1, stage: 0 }, [])).toEqual({ slide: 0, stage: 0 });
    expect(back({ slide: 0, stage: 0 }, [])).toEqual({ slide: 0, stage: 0 });
  });
});

describe('what is covered', () => {
  test('a picture to notice has no words at first, and all of them from the first key on', () => {
    const slide = slideOf('80', 'notice-lines');
    expect([0, 1, 2, 3].map((stage) => shotOf(film, slide, stage, 4, false, []).words)).toEqual([false, true, true, true]);
  });
  test('a question’s picture never has words, whose notes would answer it, and leaves for the answer', () => {
    const slide = slideOf('40', 'task-percentage');
    expect([0, 1, 3].map((stage) => shotOf(film, slide, stage, 5, false, []).words)).toEqual([false, false, false]);
    expect(Object.keys(shotOf(film, slide, 3, 5, false, []).picture)).toEqual(['falls']);
    expect(shotOf(film, slide, 4, 5, false, []).picture).toEqual({});
  });
  test('a guess sees the answer’s picture only at the last stage', () => {
    const slide = slideOf('40', 'predict-cases');
    expect([0, 1, 2].map((stage) => shotOf(film, slide, stage, 3, false, []).id)).toEqual(['cases-2019', 'cases-2019', 'cases-since']);
  });
  test('a picture’s note does not answer a question that is still to come; other words stay', () => {
    const words = (...tasks: Parameters<typeof untold>[1]) => untold(chart, tasks).t;
    expect([words('percentage')['knownUsers.note'], words('adding')['apart'], words('distance')['line-1.distance']]).toEqual(['', '', '松林海–南湾 ƒ']);
    expect(words()).toEqual(chart.t);
    expect(words('comparable')).toEqual(chart.t);
    const labels = layoutFalls({ bars: 1, guess: 1, answer: 1, monthly: 0 }, frame, untold(chart, ['percentage']), null).labels.map(({ text }) => text).join(' ');
    expect(labels).toContain('1,170');
    expect(labels).not.toContain('百分比');
  });
  test('a slide keeps to itself the sentence that answers a question still to come about its picture', () => {
    const asked = PLANS.flatMap(({ id, slides }) => slides.flatMap((slide, i) => (slide.kind !== 'task' && isAsked(film, slides, i) ? [`${id} ${slide.id}`] : [])));
    expect(asked).toEqual([
      '15 notice-cases', '40 cases-2019', '40 predict-cases', '40 cases-since', '40 predict-known-users', '40 reveal',
      '80 parcel', '80 island-arrests', '80 cases-2019', '80 predict-cases', '80 cases-since', '80 predict-known-users', '80 reveal',
    ]);
  });
});

describe('the months of both periods', () => {
  const keysOf = (id: string, asked: Parameters<typeof shotOf>[5]): string[] => {
    const { picture } = shotOf(film, slideOf('40', id), 0, 1, false, asked);
    return layoutSquares(picture.squares!, frame, chart, 18).shapes.map(({ key }) => key);
  };
  test('wait on every slide before the one that asks whether the periods are equally long, on that one too, and stand on the one after it', () => {
    const { slides } = planById('40');
    const shown = slides.flatMap((slide, at) => {
      const { picture } = shotOf(film, slide, 0, 9, false, tasksFrom(slides, at));
      return picture.squares ? [`${slide.id} ${layoutSquares(picture.squares, frame, chart, 18).shapes.some(({ key }) => key.startsWith('months-'))}`] : [];
    });
    expect(shown).toEqual(['cases-2019 false', 'predict-cases false', 'cases-since false', 'task-comparable false', 'same-length true']);
  });
  test('an average month is drawn on both readings, not on the more striking one alone', () => {
    expect(keysOf('same-length', []).filter((key) => key.endsWith('-whole'))).toEqual(['month-before-whole', 'month-since-whole', 'month-since1-whole']);
    const labels = layoutSquares(shotOf(film, slideOf('40', 'same-length'), 0, 1, false, []).picture.squares!, frame, chart, 18).labels.map(({ text }) => text);
    expect(labels).toEqual(expect.arrayContaining(['ƒ7.0', 'ƒ1.8', 'ƒ1.2']));
  });
  test('a picture seen again is the same: nothing moves', () => {
    const [one, other] = [0, 1].map((stage) => shotOf(film, slideOf('40', 'predict-cases'), stage, 3, false, ['comparable']).picture);
    expect(one).toBe(other);
  });
});

describe('a guess is a guess', () => {
  test('its line goes round as many squares as would be there at the pace of the year before, and draws no case', () => {
    // 84 ÷ 12 × 18 = 126.
    expect(mostSquares(chart)).toBe(140);
    const drawn = layoutSquares(shotOf(film, slideOf('40', 'predict-cases'), 0, 3, false, []).picture.squares!, frame, chart, 18, aroundSquares(126));
    expect(drawn.shapes.map(({ key }) => key).filter((key) => !key.startsWith('months-'))).toEqual(['full', 'guess']);
    expect(drawn.labels.some(({ text }) => text.endsWith(' 126'))).toBe(true);
  });
});

describe('keys', () => {
  test('a clicker’s keys turn slides, on the page and in a field', () => {
    for (const focus of ['page', 'button', 'field', 'slider'] as const) expect([actionOf('PageDown', focus, true), actionOf('PageUp', focus, true)]).toEqual(['forward', 'back']);
    expect(['ArrowRight', 'ArrowDown', ' ', 'ArrowLeft', 'ArrowUp', 'Home', 'End'].map((key) => actionOf(key, 'page', true))).toEqual(['forward', 'forward', 'forward', 'back', 'back', 'first', 'last']);
    expect(['b', 'B', '.', 'f', 'n', '?', '？'].map((key) => actionOf(key, 'page', true))).toEqual(['blank', 'blank', 'blank', 'full', 'notes', 'help', 'help']);
  });
  test('what is typed turns nothing: digits and arrows in a field, a slider’s keys, the space that presses a button', () => {
    expect(['2', 'ArrowUp', ' ', 'Home', 'b'].map((key) => actionOf(key, 'field', true))).toEqual(Array(5).fill(undefined));
    // After Enter the field is empty.
    expect(['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'PageDown'].map((key) => actionOf(key, 'empty', true))).toEqual(['forward', 'back', 'forward', 'back', 'forward']);
    expect(['2', ' ', 'Home', 'End', 'b', '.'].map((key) => actionOf(key, 'empty', true))).toEqual(Array(6).fill(undefined));
    expect(['ArrowRight', 'ArrowLeft', 'Home', 'End', ' ', 'b'].map((key) => actionOf(key, 'slider', true))).toEqual(Array(6).fill(undefined));
    expect(actionOf(' ', 'button', true)).toBeUndefined();
  });
  test('keys of a single letter can be switched off, and others cannot', () => {
    expect(['b', '.', 'f', 'n'].map((key) => actionOf(key, 'page', false))).toEqual(Array(4).fill(undefined));
    expect(actionOf('PageDown', 'page', false)).toBe('forward');
  });
});

describe('addresses', () => {
  test('?plan=40#5 is the fifth slide of the plan of 40 minutes', () => {
    expect(readAddress(PLANS, '?plan=40', '#5')).toMatchObject({ plan: { id: '40' }, slide: 4, notes: false });
    expect(readAddress(PLANS, '?plan=80&notes=1', '')).toMatchObject({ plan: { id: '80' }, slide: 0, notes: true });
  });
  test('a slide past the end is the last; an unknown one is the first; an unknown plan is none', () => {
    const plan = planById('15');
    expect(['#99', '#0', '#exit', '#nothing', ''].map((hash) => slideAt(plan, hash))).toEqual([5, 0, 5, 0, 0]);
    expect(readAddress(PLANS, '?plan=41', '#5').plan).toBeUndefined();
  });
});

describe('guesses', () => {
  test('the one in the middle is by rank, not the mean; of an even number it lies between the two', () => {
    expect(middleOf([100, 1, 2])).toBe(2);
    expect(middleOf([1, 2, 4, 100])).toBe(3);
  });
  test('pointing at the end of the second row guesses 40 cases, and never more than the grid holds', () => {
    const { x, y, pitch } = squaresOf(frame, chart);
    expect(guessAt('cases', x + 20 * pitch, y + 1.5 * pitch, frame, chart)).toBe(40);
    expect(guessAt('cases', x + 2 * pitch, y + 1.5 * pitch, frame, chart)).toBe(22);
    expect(guessAt('cases', x + 5, y - 50, frame, chart)).toBe(0);
    expect(guessAt('cases', 9999, 9999, frame, chart)).toBe(140);
  });
  test('pointing at a bar guesses people in tens, from 0 to 2,000', () => {
    const half = frame.panel.x + (frame.panel.width * 0.97) / 2;
    expect([-50, half, half + 1, 9999].map((x) => guessAt('known-users', x, 300, frame, chart))).toEqual([0, 1000, 1000, 2000]);
  });
  test('a guess is a line round as many squares as were guessed, also beyond the 84', () => {
    const block = { x: 0, y: 0, columns: 20, pitch: 10 };
    expect(outlinePath(block, 22)).toBe('M0 0h200v10h-180v10h-20z');
    expect(outlinePath(block, 20)).toBe('M0 0h200v10h-200z');
    expect(outlinePath(block, 7)).toBe('M0 0h70v10h-70z');
    expect(outlinePath(block, 0)).toBe('');
    const state = { all: 1, emptied: 0, monthly: 0, strip: 1, both: 0 };
    // A pupil who keys in ten million must neither fill the slide nor stop the browser.
    const { shapes, labels } = layoutSquares(state, frame, chart, 18, aroundSquares(9_999_999));
    const { x, y, pitch } = squaresOf(frame, chart);
    expect(shapes.find(({ key }) => key === 'guess')?.d).toBe(outlinePath({ x, y, columns: 20, pitch }, 140));
    expect(labels.find(({ key }) => key === 'guess')?.text).toMatch(/ 9,999,999 →$/);
    expect(layoutSquares(state, frame, chart, 18).shapes.some(({ key }) => key === 'guess')).toBe(false);
  });
});

describe('the class’s dots', () => {
  test('equal guesses lie on each other, far ones beside each other', () => {
    expect(stack([30, 10, 30, 30], 5)).toEqual([{ value: 10, level: 0 }, { value: 30, level: 0 }, { value: 30, level: 1 }, { value: 30, level: 2 }]);
  });
  test('one dot a guess, none hidden: also when sixty pupils say the same', () => {
    const { shapes } = layoutDotPlot({ numbers: 'en', guesses: Array<number>(60).fill(40), most: 120, tick: 20, beyond: '' }, frame);
    const dots = shapes.find(({ key }) => key === 'dots')!;
    const heights = [...dots.d.matchAll(/M[\d.]+ ([\d.-]+)h0/g)].map(([, y]) => Number(y)).sort((a, b) => a - b);
    expect(new Set(heights).size).toBe(60);
    expect(heights[0]).toBeGreaterThan(frame.panel.y);
    for (const [i, y] of heights.entries()) if (i > 0) expect(y - heights[i - 1]!).toBeGreaterThanOrEqual(dots.stroke! * 0.9);
  });
  test('a guess beyond the scale is no dot at its end, but an arrowhead past it, and words say how many', () => {
    const beyond = beyondOf({ beyond: 'over %most%: %count%' } as SlidesUi, [100, 2000, 2001, 9_999_999], 2000);
    expect(beyond).toBe('over 2,000: 2');
    expect(beyondOf({ beyond: 'over %most%: %count%' } as SlidesUi, [2000], 2000)).toBe('');
    const { shapes, labels } = layoutDotPlot({ numbers: 'en', guesses: [100, 2000, 2001, 9_999_999], most: 2000, tick: 500, beyond }, frame);
    const places = (key: string): number[] => [...shapes.find((shape) => shape.key === key)!.d.matchAll(/M([\d.]+) /g)].map(([, x]) => Number(x));
    const axis = Number(/H([\d.]+)/.exec(shapes.find(({ key }) => key === 'axis')!.d)![1]);
    expect(places('dots')).toHaveLength(2);
    expect(places('beyond')).toHaveLength(2);
    for (const x of places('dots')) expect(x).toBeLessThanOrEqual(axis);
    for (const x of places('beyond')) {
      expect(x).toBeGreaterThan(axis + 15);
      expect(x).toBeLessThanOrEqual(frame.panel.x + frame.panel.width);
    }
    expect(labels.find(({ key }) => key === 'beyond')).toMatchObject({ text: beyond, size: 24 });
    expect(layoutDotPlot({ numbers: 'en', guesses: [2000], most: 2000, tick: 500, beyond: '' }, frame).shapes.map(({ key }) => key)).toEqual(['axis', 'dots']);
  });
  test('the answer’s line is there only once it is out', () => {
    const plot = { numbers: 'en', guesses: [5000], most: 2000, tick: 500, beyond: '' };
    expect(layoutDotPlot(plot, frame).shapes.some(({ key }) => key === 'answer')).toBe(false);
    expect(layoutDotPlot({ ...plot, answer: { value: 1450, text: '1,450' } }, frame).labels.some(({ text }) => text === '1,450')).toBe(true);
  });
});

describe.each(['zh', 'en'] as const)('legible on a wall, %s', (locale) => {
  const words = makeChart(locale, 'geographic', ['slide']);
  const labelsOf = (picture: Picture) => [
    ...(picture.map ? layoutMap(planMap(frame, words), picture.map).labels : []),
    ...(picture.groups ? layoutGroups(picture.groups, frame, words).labels : []),
    ...(picture.people ? layoutPeople(picture.people, frame, words).labels : []),
    ...(picture.squares ? layoutSquares(picture.squares, frame, words, 18, aroundSquares(30)).labels : []),
    ...(picture.falls ? layoutFalls(picture.falls, frame, words, 900).labels : []),
  ];
  const pictures = PLANS.flatMap(({ slides }) => slides.flatMap((slide) => (slide.kind === 'words' ? [] : [0, 2].map((stage) => shotOf(film, slide, stage, 3, false, [])))));

  test('no word of any picture on the slides is smaller than 24 px at 1280x720', () => {
    const labels = pictures.flatMap(({ id, picture }) => labelsOf(picture).map(({ text, size }) => ({ id, text, size })));
    expect(labels.length).toBeGreaterThan(100);
    expect(labels.filter(({ size }) => size < 24)).toEqual([]);
  });
});

describe.each(['day', 'night'] as const)('a washed-out projector, %s', (theme) => {
  const tokens = tokensOf(theme);
  /** Relative luminance (WCAG 2.2) of a colour as a projector shows it that keeps 60 % of the contrast. */
  const luminance = (colour: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const shown = (Number.parseInt(colour.slice(at, at + 2), 16) / 255 - 0.5) * 0.6 + 0.5;
      return shown <= 0.04045 ? shown / 12.92 : ((shown + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  test.each([['ink', 'ground'], ['muted', 'ground'], ['line-1', 'ground'], ['line-2', 'ground'], ['fallen', 'ground'], ['on-fallen', 'fallen']])('%s on %s keeps 3 to 1', (text, ground) => {
    const [a, b] = [luminance(tokens[text]!), luminance(tokens[ground]!)];
    expect((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)).toBeGreaterThanOrEqual(3);
  });
});
