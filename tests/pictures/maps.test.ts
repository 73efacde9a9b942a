import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { StepId } from '../../src/story/ids.ts';

const NUMBER = 'GS(2021)626号';
const approval = vi.hoisted(() => ({ number: '' }));
vi.mock('../../src/settings.ts', async (original) => {
  const module = await original<typeof import('../../src/settings.ts')>();
  return { ...module, settings: { ...module.settings, mapMode: 'geographic', get mapApprovalNumber() { return approval.number; } } };
});

const { mapModeOf, SURFACES } = await import('../../src/flat/map-modes.ts');

/** The rows of the table in the docs: surface, without a number, with one. */
const ROWS = [...readFileSync('docs/maps.md', 'utf8').matchAll(/^\| `(\w+)`:[^|]*\|[^|]*\| ([^|]*) \| ([^|]*) \|$/gm)].map(([, surface, without, given]) => [surface!, without!, given!] as const);

describe('the table in the docs is what the surfaces ask', () => {
  test('names every surface, in its order', () => expect(ROWS.map(([surface]) => surface)).toEqual(SURFACES));

  test.each(ROWS)('%s: %s; %s', (surface, without, given) => {
    const said = (words: string): string => (words.startsWith('land') ? 'geographic' : 'schematic');
    const at = surface as (typeof SURFACES)[number];
    expect(mapModeOf(at, { mapMode: 'geographic', mapApprovalNumber: '' })).toBe(said(without));
    expect(mapModeOf(at, { mapMode: 'geographic', mapApprovalNumber: NUMBER })).toBe(said(given));
    // Without land in the settings, there is none anywhere.
    expect(mapModeOf(at, { mapMode: 'schematic', mapApprovalNumber: NUMBER })).toBe('schematic');
  });

  test('nothing made to be posted or taught has land without a number', () => {
    expect(ROWS.filter(([, without]) => without.startsWith('land')).map(([surface]) => surface)).toEqual(['page', 'embed', 'gallery']);
  });
});

const LAND = /china-land|isle-coast|china-borders/;
const STEP: StepId = 'parcel';

/** What each kind of file draws of a step with a map, as SVG. */
const DRAWN = {
  picture: async () => {
    const [{ chartPicture }, { shown }] = await Promise.all([import('../../src/pictures/chart.ts'), import('../../src/pictures/series.ts')]);
    return shown(STEP).map(chartPicture).join('');
  },
  package: async () => {
    const [{ chartPicture }, { everyForm }] = await Promise.all([import('../../src/pictures/chart.ts'), import('../../src/pictures/series.ts')]);
    return everyForm(STEP).map(chartPicture).join('');
  },
  card: async () => {
    const { sharedPictures } = await import('../../src/pictures/share.ts');
    return sharedPictures('zh').map(({ draw }) => draw()).join('');
  },
  kit: async () => {
    const [{ uprightPicture }, { tallPicture }] = await Promise.all([import('../../src/pictures/upright.ts'), import('../../src/pictures/tall.ts')]);
    return uprightPicture(STEP, 'zh') + tallPicture('zh');
  },
  lesson: async () => (await import('../../src/components/lesson/still.ts')).stepStill(STEP, 'zh', 'slide', 'day'),
  slides: async () => {
    const [{ deckOf }, { stillMarkup }, { PICTURES, pictureAt }] = await Promise.all([
      import('../../src/lesson/player/build.ts'), import('../../src/flat/still.ts'), import('../../src/lesson/content/pictures.ts'),
    ]);
    return stillMarkup({ steps: PICTURES, position: pictureAt(STEP), frame: 'slide', chart: deckOf('zh', '/').chart });
  },
  office: async () => {
    const { slideSvg } = await import('../../src/office/picture.ts');
    return slideSvg(STEP, 'zh', false, []);
  },
} as const;

describe.each(Object.keys(DRAWN) as (keyof typeof DRAWN)[])('%s', (surface) => {
  afterEach(() => {
    approval.number = '';
  });

  test('has no land without a number, and says that it is no map', async () => {
    vi.resetModules();
    const drawn = await DRAWN[surface]();
    expect(drawn).not.toMatch(LAND);
    expect(drawn).toContain('示意图，不是地图');
    expect(drawn).not.toContain('未经审图');
  });

  test('has land under a number', async () => {
    approval.number = NUMBER;
    vi.resetModules();
    expect(await DRAWN[surface]()).toMatch(LAND);
  });
});
