import { describe, expect, test } from 'vitest';
import { makeChart } from '../../src/flat/chart.ts';
import { liveMarkup, stillMarkup } from '../../src/flat/still.ts';
import { basemap } from '../../src/geo/map.ts';
import { seen } from '../../src/scenes/camera.ts';
import { layoutSquares } from '../../src/scenes/squares/layout.ts';
import { layoutVisits } from '../../src/scenes/visits/layout.ts';
import { FRAMES, type FrameName } from '../../src/scenes/frames.ts';
import { layoutFalls } from '../../src/scenes/falls/layout.ts';
import { layoutMap } from '../../src/scenes/map/layout.ts';
import type { MapMarks } from '../../src/scenes/map/marks.ts';
import { planMap } from '../../src/scenes/map/plan.ts';
import { layoutPeople } from '../../src/scenes/people/layout.ts';
import { layoutReached } from '../../src/scenes/reached/layout.ts';
import { layoutHelped } from '../../src/scenes/helped/layout.ts';
import { layoutGroups } from '../../src/scenes/groups/layout.ts';
import type { Marks, Shape } from '../../src/scenes/shapes.ts';
import { layoutTimeline } from '../../src/scenes/timeline/layout.ts';
import { resolve } from '../../src/story/resolve.ts';
import { SCENE_NAMES, type Picture, type SceneName, type SceneStates } from '../../src/scenes/registry.ts';
import { STEPS, type StoryStep } from '../../src/story/steps.ts';

const NAMES: readonly FrameName[] = ['portrait', 'landscape'];
const chart = makeChart('zh', 'geographic');
const nodes = makeChart('zh', 'schematic');

const stateOf = <K extends SceneName>(id: StoryStep['id'], scene: K): SceneStates[K] => {
  const state = (STEPS.find((step) => step.id === id)!.picture as Picture)[scene];
  if (!state) throw new Error(`${id} has no ${scene}`);
  return state as SceneStates[K];
};
const shape = ({ shapes }: Marks, key: string): Shape | undefined => shapes.find((each) => each.key === key);
const marks = (found: Marks, key: string): number => (shape(found, key)?.d.match(/M/g) ?? []).length;
/** Width of the first rectangle of a path. */
const width = (found: Marks, key: string): number => Number(/h(-?[\d.]+)/.exec(shape(found, key)?.d ?? '')?.[1]);
/** Marks of a field that a pattern fills: rows times columns, and the rest. */
const field = (found: Marks, key: string): number =>
  [...(shape(found, key)?.d ?? '').matchAll(/h(\d+)v(\d+)/g)].reduce((sum, [, columns, rows]) => sum + Number(columns) * Number(rows), 0);
const texts = ({ labels }: Pick<Marks, 'labels'>): string[] => labels.map((label) => label.text);

describe.each(NAMES)('%s', (name) => {
  const frame = FRAMES[name];

  describe('line 1’s round-ups', () => {
    const ring = layoutGroups(stateOf('ring', 'groups'), frame, chart);
    const both = layoutGroups(stateOf('island-arrests', 'groups'), frame, chart);

    test('the first shows 23 suspects and no one else', () => {
      expect([marks(ring, 'ring-dots'), marks(ring, 'islandArrests-dots'), marks(ring, 'users-rings')]).toEqual([23, 0, 0]);
    });
    test('the second adds 14 suspects and 9 people who used drugs, who are rings, not dots', () => {
      expect([marks(both, 'ring-dots'), marks(both, 'islandArrests-dots'), marks(both, 'users-rings')]).toEqual([23, 14, 9]);
      expect(shape(both, 'users-dots')).toBeUndefined();
    });
    test('23 and 14 stand apart under a rule that says why, and their sum is nowhere', () => {
      expect(shape(both, 'rule')?.opacity).toBe(1);
      expect(texts(both).join('')).toContain('所以两个数不相加');
      expect(texts(both).join(' ')).not.toContain('37');
    });
    test('40 g and 0.85 g are drawn to one scale, and only the 40 g have an open end', () => {
      expect(width(both, 'islandGrams-bar') / width(both, 'ringGrams-bar')).toBeCloseTo(0.85 / 40, 3);
      expect(shape(both, 'qh-seized-ring-g-end')).toMatchObject({ fill: 'soft' });
      expect(shape(both, 'qh-seized-island-g-end')).toBeUndefined();
      expect(texts(both)).toContain('缴获冰毒超过40克');
    });
    test('halfway in, half of the dots are there', () => {
      expect(marks(layoutGroups({ ring: 1, island: 0.5, users: 0.5, grams: 0, apart: 0 }, frame, chart), 'users-rings')).toBe(5);
    });
  });

  test('line 2: 16 suspects, then 38 from elsewhere, never both', () => {
    const [first, second] = (['round-up', 'both-lines'] as const).map((id) => layoutPeople(stateOf(id, 'people'), frame, chart));
    expect([marks(first!, 'wn-arrests-ring-dots'), marks(first!, 'wn-suspects-outside-dots')]).toEqual([16, 0]);
    expect([marks(second!, 'wn-arrests-ring-dots'), marks(second!, 'wn-suspects-outside-dots')]).toEqual([0, 38]);
    for (let share = 0; share <= 1; share += 0.05) {
      const between = layoutPeople({ suspects: { 'wn-arrests-ring': 1 - share }, others: { 'wn-suspects-outside': share } }, frame, chart);
      expect(marks(between, 'wn-arrests-ring-dots') > 0 && marks(between, 'wn-suspects-outside-dots') > 0, `at ${share}`).toBe(false);
    }
  });

  test('the time line hatches the year whose months are not disclosed, and May 2020 is the fifth of 18 months', () => {
    const line = layoutTimeline(stateOf('target-case', 'timeline'), frame, chart);
    expect(shape(line, 'year-line-1')).toMatchObject({ fill: 'hatch' });
    expect(width(line, 'year-line-1') / frame.band.width).toBeCloseTo(12 / 18, 2);
    expect((Number(/M([\d.]+)/.exec(shape(line, 'begin-line-2')!.d)![1]) - frame.band.x) / frame.band.width).toBeCloseTo(4 / 18, 2);
    expect(shape(line, 'run-line-2')?.dash).toBe('0 7');
  });

  describe('Dongtan’s cases', () => {
    const at = (id: 'cases-2019' | 'cases-since' | 'same-length', months = 18): Marks => layoutSquares(stateOf(id, 'squares'), frame, chart, months);

    test('84 squares for 2019; since then 21 are left and 63 have emptied out', () => {
      expect([marks(at('cases-2019'), 'full'), marks(at('cases-2019'), 'emptied')]).toEqual([84, 0]);
      expect([marks(at('cases-since'), 'full'), marks(at('cases-since'), 'emptied')]).toEqual([21, 63]);
    });
    test('halfway, 52 are full and 32 emptied: no square is lost', () => {
      const half = layoutSquares({ all: 1, emptied: 0.5, monthly: 0, strip: 1, both: 0 }, frame, chart, 18);
      expect([marks(half, 'full'), marks(half, 'emptied')]).toEqual([52, 32]);
    });
    test.each([
      [12, 1, 21 / 12, '1.8'],
      [15, 1, 21 / 15, '1.4'],
      [18, 1, 21 / 18, '1.2'],
    ])('over %d months: %d whole square of %d a month, written %s; 2019 has 7', (months, whole, rate, text) => {
      const found = at('same-length', months);
      const side = width(found, 'month-since-edge');
      expect(marks(found, 'month-since-whole')).toBe(whole);
      expect(whole + width(found, 'month-since-part') / side).toBeCloseTo(rate, 2);
      expect(marks(found, 'month-before-whole')).toBe(7);
      expect(texts(found)).toEqual(expect.arrayContaining([`ƒ${text}`, 'ƒ7.0']));
      expect(texts(found).join('')).toContain(`若是${months}个月`);
    });
    test.each([[12, 0], [13, 1], [18, 6]])('twelve months are certain; of %d, %d are hatched, for the end is not disclosed', (months, hatched) => {
      const found = at('same-length', months);
      expect(marks(found, 'months-before')).toBe(12);
      expect(marks(found, 'months-since')).toBe(12);
      const cell = width(found, 'months-before') / 0.84;
      expect(hatched === 0 ? 0 : Math.round(width(found, 'months-open') / cell)).toBe(hatched);
      if (hatched > 0) expect(shape(found, 'months-open')).toMatchObject({ fill: 'hatch' });
    });
    test('before the reader chooses, all that may be is hatched', () => {
      const found = at('cases-since', 12);
      expect(marks(found, 'months-since')).toBe(12);
      expect(width(found, 'months-open') / (width(found, 'months-before') / 0.84)).toBeCloseTo(6, 1);
    });
  });

  describe('Anping’s falls', () => {
    const at = (id: 'guess' | 'reveal', guess: number | null): Marks => layoutFalls(stateOf(id, 'falls'), frame, chart, guess);

    test('bars of 240, 410 and 1,170 to one scale', () => {
      const found = at('reveal', null);
      expect(width(found, 'users2018') / width(found, 'answer')).toBeCloseTo(240 / 1170, 3);
      expect(width(found, 'users2019') / width(found, 'answer')).toBeCloseTo(410 / 1170, 3);
      expect(texts(found)).toEqual(expect.arrayContaining(['−240', '−410', '−1,170']));
      expect(texts(found).join('')).toContain('没有总人数，算不出百分比');
      expect(texts(found).join('')).not.toContain('%');
    });
    test('before the answer neither its bar nor its number is there', () => {
      const found = at('guess', null);
      expect(shape(found, 'answer')).toBeUndefined();
      expect(texts(found).join(' ')).not.toContain('1,170');
      expect(texts(found)).toContain('?');
    });
    test('a guess of 585 is marked at half the answer, before and after it', () => {
      const x = (found: Marks): number => Number(/M([\d.]+)/.exec(shape(found, 'guess')!.d)![1]) - frame.panel.x;
      expect(x(at('guess', 585))).toBeCloseTo(width(at('reveal', 585), 'answer') / 2, 0);
      expect(x(at('reveal', 585))).toBe(x(at('guess', 585)));
      expect(texts(at('guess', 585))).toContain('你猜 −585');
    });
    test.each([0, 2000, 9_999_999])('a guess of %d keeps its mark and words on the canvas', (guess) => {
      const found = at('guess', guess);
      const x = Number(/M([\d.]+)/.exec(shape(found, 'guess')!.d)![1]);
      const label = found.labels.find((each) => each.key === 'guess')!;
      expect(x).toBeGreaterThanOrEqual(frame.panel.x);
      for (const each of [x, label.x]) expect(each).toBeLessThanOrEqual(frame.width);
      expect(label.text).toContain(guess.toLocaleString('en'));
    });
  });

  describe('checks, prevention, return', () => {
    const venues = layoutVisits(stateOf('venues', 'visits'), frame, chart);
    const places = layoutVisits(stateOf('places-checked', 'visits'), frame, chart);
    const prevention = layoutReached(stateOf('prevention', 'reached'), frame, chart);
    const recovery = layoutHelped(stateOf('recovery', 'helped'), frame, chart);
    const open = (found: Marks, key: string): boolean => found.shapes.some((each) => each.key.startsWith(`${key}-end-`) && (each.opacity ?? 1) > 0);

    test.each([
      ['venues', venues, 18], ['sweeps', venues, 54], ['visits', venues, 610],
      ['places', places, 4000], ['closed', places, 3], ['hotel', places, 1],
      ['lectures', prevention, 300], ['leaflets', prevention, 150], ['audience', prevention, 250], ['volunteers', prevention, 265], ['experts', prevention, 8],
      ['linked', recovery, 764], ['courses', recovery, 14], ['trained', recovery, 295], ['jobs', recovery, 1040],
    ] as [string, Marks, number][])('%s has its own number of marks', (key, found, count) => {
      expect(field(found, key)).toBe(count);
    });
    test('deployments and fines are numbers only: they count another thing', () => {
      expect(venues.shapes.map((each) => each.key)).not.toEqual(expect.arrayContaining([expect.stringMatching(/officers|vehicles/)]));
      expect(texts(venues)).toEqual(expect.arrayContaining(['2,600', '480']));
      expect(texts(places)).toEqual(expect.arrayContaining(['6万元', '2万元']));
    });
    test('an open end where the source says “more than”, and nowhere else', () => {
      expect([open(places, 'places'), open(prevention, 'lectures'), open(prevention, 'leaflets')]).toEqual([true, true, true]);
      expect([open(prevention, 'audience'), open(prevention, 'volunteers'), open(recovery, 'linked'), open(venues, 'venues')]).toEqual([false, false, false, false]);
      expect(texts(places)).toContain('4,000+');
      expect(texts(prevention)).toEqual(expect.arrayContaining(['300+', '15万+', '25万']));
    });
    test('no row of marks leaves the panel', () => {
      for (const found of [venues, places, prevention, recovery]) {
        for (const each of found.shapes) {
          const [x, y, scale] = (/translate\(([\d.]+) ([\d.]+)\)scale\(([\d.]+)\)/.exec(each.transform ?? '') ?? []).slice(1).map(Number);
          const [, from, top, columns, rows] = (/M([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)/.exec(each.d) ?? []).map(Number);
          expect(x! + (from! + columns!) * scale!, each.key).toBeLessThanOrEqual(frame.width);
          expect(y! + (top! + rows!) * scale!, each.key).toBeLessThanOrEqual(frame.height);
        }
      }
    });
  });

  describe('the map', () => {
    const plan = planMap(frame, chart);
    const at = (id: StoryStep['id']): MapMarks => layoutMap(plan, stateOf(id, 'map'));
    const opacityOf = (found: MapMarks, id: string): number | undefined => found.provinces.find((each) => each.id === id)?.opacity;

    test('three trips north, and six months of which the last is soft', () => {
      const found = at('north');
      expect(found.trips).toHaveLength(3);
      expect(found.months.map((month) => month.fill)).toEqual([undefined, undefined, undefined, undefined, undefined, 'soft']);
    });
    test('line 1 begins in Songlinhai and ends in two towns, line 2 ends in four', () => {
      expect(at('parcel').strokes.map((stroke) => stroke.key).sort()).toEqual(['line-1-qionghai-a', 'line-1-qionghai-b', 'line-1-sanya-a', 'line-1-sanya-b']);
      expect(new Set(at('four-places').strokes.map((stroke) => stroke.key.slice(0, -2)))).toEqual(new Set(['line-2-haikou', 'line-2-chengmai', 'line-2-danzhou', 'line-2-wanning']));
    });
    test('a line that is not cut has no gap, a line that is cut has one and two bars', () => {
      const [whole, cut] = [at('north'), at('cut-1')];
      const end = (found: MapMarks, key: string): number[] => found.strokes.find((stroke) => stroke.key === key)!.d.match(/-?[\d.]+/g)!.map(Number);
      expect(end(whole, 'line-1-sanya-a').slice(-2)).toEqual(end(whole, 'line-1-sanya-b').slice(0, 2));
      expect(end(cut, 'line-1-sanya-a').slice(-2)).not.toEqual(end(cut, 'line-1-sanya-b').slice(0, 2));
      expect(whole.cuts).toHaveLength(0);
      expect(cut.cuts.map((each) => (each.d.match(/M/g) ?? []).length)).toEqual([2]);
    });

    test('behind its cut a line is thin, not only pale: that nothing comes through is not told by a shade alone', () => {
      const width = (found: MapMarks, key: string): number | undefined => found.strokes.find((each) => each.key === key)?.width;
      const whole = width(at('north'), 'line-1-sanya-a')!;
      expect(width(at('cut-1'), 'line-1-sanya-a')).toBe(whole);
      expect(width(at('cut-1'), 'line-1-sanya-b')! / whole).toBeCloseTo(0.4, 6);
    });
    test('places are named only where the story has reached them', () => {
      const named = (id: StoryStep['id']): string[] => at(id).spots.map((spot) => spot.key).sort();
      expect(named('lead')).toEqual([]);
      expect(named('transfer')).toEqual(['qionghai', 'sanya']);
      expect(named('four-places')).toEqual(['chengmai', 'danzhou', 'haikou', 'wanning']);
      expect(named('coast')).toEqual(['gangbei', 'wuchang']);
    });
    test('Huxi is shown where line 2 is told, with its city not disclosed', () => {
      expect([opacityOf(at('hubei'), '420000'), opacityOf(at('lead'), '420000')]).toEqual([1, 0]);
      expect(texts(at('hubei'))).toContain('城市未披露');
    });
    test('onward branches have no numbers', () => {
      expect(at('transfer').onward).toHaveLength(6);
      expect(texts(at('transfer')).join('')).not.toMatch(/\d/);
    });
    test('the inset lies beside all land, Taiwan and the islands east of it included', () => {
      const camera = plan.camera(0);
      const { x, y, width: wide, height } = plan.inset.box;
      let [penX, penY, startX, startY] = [0, 0, 0, 0];
      const inside: number[][] = [];
      const points = [...basemap().china.land.matchAll(/([mz])|(-?(?:\d+\.?\d*|\.\d+))[ ,]?(-?(?:\d+\.?\d*|\.\d+))/g)];
      let first = false;
      for (const [, command, dx, dy] of points) {
        if (command === 'm') first = true;
        else if (command === 'z') [penX, penY] = [startX, startY];
        else {
          [penX, penY] = [penX + Number(dx), penY + Number(dy)];
          if (first) [startX, startY, first] = [penX, penY, false];
          const [cx, cy] = seen(camera, [penX, penY]);
          if (cx > x && cx < x + wide && cy > y && cy < y + height) inside.push([cx, cy]);
        }
      }
      expect(points.length).toBeGreaterThan(500);
      expect(inside).toEqual([]);
    });
    test('a map of China is called schematic and shows the South China Sea islands', () => {
      for (const id of ['opening', 'lead', 'parcel', 'north', 'hubei', 'both-lines'] as const) {
        expect(at(id).inset.opacity, id).toBeGreaterThan(0);
        expect(texts(at(id)), id).toEqual(expect.arrayContaining(['示意图', '南海诸岛']));
      }
    });
  });

  describe('as markup', () => {
    const markup = (id: StoryStep['id'], with_ = chart): string => stillMarkup({ steps: STEPS, position: STEPS.findIndex((step) => step.id === id), frame: name, chart: with_ });

    test('line 1 is solid and line 2 dotted', () => {
      const opening = markup('opening');
      const strokes = [...opening.matchAll(/<path class="line-([12])"[^>]*>/g)];
      expect(strokes.length).toBeGreaterThanOrEqual(4);
      for (const [path, line] of strokes) expect(/stroke-dasharray="0 /.test(path), path).toBe(line === '2');
    });
    test('Huxi is hatched, and not only coloured', () => {
      expect(markup('hubei')).toContain('url(#hatch-map-line-2-night)');
      expect(markup('hubei', nodes)).toContain('url(#hatch-line-2-night)');
    });
    test('the schematic map draws no land, coast or border at any step, yet the same places and lines', () => {
      for (const { id, picture } of STEPS) {
        if (!('map' in picture)) continue;
        const [land, plain] = [markup(id), markup(id, nodes)];
        expect(land, id).toContain('href="#isle-coast"');
        expect(plain, id).not.toMatch(/<use|#china-|#isle-|south-sea/);
        expect(plain, id).toContain('class="node plain"');
        // A region that hides the lines and towns on it would be worse than none.
        const [lastNode, firstLine] = [plain.lastIndexOf('class="node'), plain.search(/<path class="line-[12]"/)];
        if (firstLine >= 0) expect(lastNode, id).toBeLessThan(firstLine);
        if ((picture.map?.lines['line-2']?.origin ?? 0) > 0 && picture.map!.zoom === 0) expect(plain, id).toMatch(/class="node"[^>]*fill="url\(#hatch-line-2-/);
        expect(plain.match(/<path class="line-[12]"[^>]* d="[^"]*"/g), id).toEqual(land.match(/<path class="line-[12]"[^>]* d="[^"]*"/g));
      }
    });
    // Excludes a line through the words that stand on it.
    test.each(['ring', 'island-arrests'] as const)('behind the dots of %s land is a shadow without lines, and without land there is nothing', (id) => {
      expect(markup(id)).toContain('<g class="map" opacity="0.16">');
      expect(markup(id, nodes)).toContain('<g class="map" opacity="0">');
      for (const drawn of [markup(id), markup(id, nodes)]) expect(drawn).not.toMatch(/<path class="line-[12]"/);
    });
    test('no arrow head and no bar of a cut is left without its line on the way there and back', () => {
      const north = STEPS.findIndex(({ id }) => id === 'north');
      for (let position = north; position <= north + 3; position += 0.05) {
        const drawn = stillMarkup({ steps: STEPS, position, frame: name, chart });
        if (!/<path class="line-1"/.test(drawn)) expect(drawn, String(position)).not.toMatch(/class="(?:trip|cut)"/);
      }
    });
    test('the still is the live picture without its comments, and holds no style attribute', () => {
      for (const position of [0, 6, 13.5, 17]) {
        const options = { steps: STEPS, position, frame: name, chart };
        expect(stillMarkup(options)).toBe(liveMarkup(options).replaceAll(/<!--.*?-->/gs, ''));
        expect(liveMarkup(options)).not.toContain('style=');
      }
    });
    test('no picture between two steps holds a NaN, an infinity or an undefined', () => {
      for (let position = 0; position <= 22; position += 0.25) {
        expect(stillMarkup({ steps: STEPS, position, frame: name, chart }), String(position)).not.toMatch(/NaN|Infinity|undefined/);
      }
    });
  });
});

test('every scene of every step is one that the stage draws', () => {
  const drawn = new Set(STEPS.flatMap((_, position) => Object.keys(resolve(STEPS, position).layers)));
  expect([...drawn].filter((name) => !SCENE_NAMES.includes(name as SceneName))).toEqual([]);
});

test('no word of the map stands above its canvas at any step: a card for a link would cut it', () => {
  for (const name of ['portrait', 'landscape', 'slide'] as const) {
    const slides = makeChart('en', 'geographic', ['portrait', 'landscape', 'slide']);
    for (const { id, picture } of STEPS) {
      if (!picture.map) continue;
      const { labels } = layoutMap(planMap(FRAMES[name], slides), picture.map);
      expect(labels.filter(({ y, size }) => y < size * 0.75).map(({ text }) => text), `${name}, ${id}`).toEqual([]);
    }
  }
});
