import { describe, expect, test, vi } from 'vitest';
import { STEP_IDS, type StepId } from '../../src/story/ids.ts';
import { altOfStep, chartPicture, type MapMode } from '../../src/pictures/chart.ts';
import { KIT_STEPS } from '../../src/pictures/kit-names.ts';
import { once } from '../../src/pictures/once.ts';
import { sharedPictures } from '../../src/pictures/share.ts';
import { tallPicture } from '../../src/pictures/tall.ts';
import { uprightPicture } from '../../src/pictures/upright.ts';

// From src/story/steps.ts, by hand.
const WITHOUT_MAP: readonly StepId[] = ['cases-2019', 'cases-since', 'same-length', 'guess', 'reveal', 'venues', 'places-checked', 'prevention', 'recovery'];
/** Their dots lie over a shadow of land. */
const SHADOWED: readonly StepId[] = ['ring', 'island-arrests'];
const MAP_WORDS = /示意图|审图号|地理边界|\bmap\b|geographic boundar/i;

const approval = vi.hoisted(() => ({ number: '' }));
vi.mock('../../src/settings.ts', async (original) => {
  const module = await original<typeof import('../../src/settings.ts')>();
  return { ...module, settings: { ...module.settings, mapMode: 'geographic', get mapApprovalNumber() { return approval.number; } } };
});

const unescape = (text: string): string => text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
/** Every text that is drawn, and not the description. */
const drawnIn = (svg: string): string => [...svg.matchAll(/<text\b[^>]*>([^<]*)<\/text>/g)].map(([, words]) => unescape(words!)).join('\n');
const draw = (step: StepId, locale: 'zh' | 'en', mapMode: MapMode = 'geographic', theme: 'light' | 'dark' = 'light'): string => chartPicture({ step, locale, theme, mapMode });

describe.each(STEP_IDS)('%s', (step) => {
  const isOfMap = !WITHOUT_MAP.includes(step);

  test.each([
    ['zh', ['数据来源：2021年“6·26”国际禁毒日“云”特刊', '文字、计算、图表：演练编辑部', 'CC BY 4.0', '数据版本1.0.0', '全文与更正：https://drill.example/#']],
    ['en', ['Source of all data: online special for the International Day against Drug Abuse, 26 June 2021', 'Words, sums and charts: The Drill desk', 'CC BY 4.0', 'Data version 1.0.0', 'https://drill.example/en/#']],
  ] as const)('says source, credit, licence, version and address, %s', (locale, words) => {
    const drawn = drawnIn(draw(step, locale)).replaceAll('\n', ' ');
    for (const each of words) expect(drawn).toContain(each);
    expect(drawn).toContain(`#${step}`);
  });

  test.each(['zh', 'en'] as const)('is called a schematic map if it has a map, and says nothing of one if not, %s', (locale) => {
    for (const mode of ['geographic', 'schematic'] as const) {
      const drawn = drawnIn(draw(step, locale, mode));
      if (!isOfMap || (mode === 'schematic' && SHADOWED.includes(step))) expect(drawn).not.toMatch(MAP_WORDS);
      else expect(drawn).toMatch(mode === 'geographic' ? /^.* · (?:示意图|Schematic map) · /m : /不含地理边界|without geographic\sboundaries/);
    }
  });

  test('refers to nothing outside itself, and to nothing that it lacks', () => {
    for (const theme of ['light', 'dark'] as const) {
      const svg = draw(step, 'zh', 'geographic', theme);
      expect(svg).not.toMatch(/<(?:image|script|foreignObject|a)\b|@import|\son\w+=/);
      const ids = new Set([...svg.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
      const wanted = [...svg.matchAll(/(?:href="|url\(["']?)([^")']*)/g)].map(([, address]) => address!);
      expect(wanted.filter((address) => !address.startsWith('#'))).toEqual([]);
      expect(wanted.map((address) => address.slice(1)).filter((id) => !ids.has(id))).toEqual([]);
    }
  });

  test('without land holds no outline of any', () => {
    expect(draw(step, 'en', 'schematic')).not.toMatch(/china-|isle-|south-sea/);
  });
});

test('a picture tells a reader who does not see it what it shows', () => {
  const svg = draw('recovery', 'zh');
  expect(svg).toContain('<title>回来的路</title>');
  expect(svg).toContain('<desc>几片圆点，一点代表一人。离开戒毒所后接入康复服务的764人；就业培训14次、受训295人；得到就业帮扶的1,040人。</desc>');
});

test('the words for a picture without land are not those for a map', () => {
  expect(altOfStep('both-lines', 'zh', 'schematic')).toMatch(/这一版不画陆地和边界，只画地点和连线。$/);
  expect(altOfStep('both-lines', 'zh', 'geographic')).not.toContain('这一版');
  expect(altOfStep('recovery', 'zh', 'schematic')).toBe(altOfStep('recovery', 'zh', 'geographic'));
});

test('the approval number stands on pictures with land, and on no others', async () => {
  approval.number = 'GS(2021)626号';
  vi.resetModules();
  const { chartPicture: afresh } = await import('../../src/pictures/chart.ts');
  const words = (step: StepId, mapMode: MapMode): string => drawnIn(afresh({ step, locale: 'zh', theme: 'light', mapMode }));
  expect(words('parcel', 'geographic')).toContain('示意图 · 审图号：GS(2021)626号');
  expect(words('parcel', 'schematic')).not.toContain('审图号');
  expect(words('recovery', 'geographic')).not.toContain('审图号');
  approval.number = '';
});

describe('pictures for an official account', () => {
  test.each(['zh', 'en'] as const)('have no land while the map has no approval number, %s', (locale) => {
    for (const svg of [tallPicture(locale), ...KIT_STEPS.map((step) => uprightPicture(step, locale))]) {
      expect(svg).toMatch(/^<svg [^>]*width="1080" /);
      expect(svg).not.toMatch(/china-|isle-|south-sea/);
      expect(drawnIn(svg)).toMatch(locale === 'zh' ? /数据版本1\.0\.0/ : /Data version 1\.0\.0/);
    }
  });
  test('are ten at most, in the order of the story', () => {
    expect(KIT_STEPS.length).toBeLessThanOrEqual(10);
    expect(KIT_STEPS).toEqual(STEP_IDS.filter((step) => KIT_STEPS.includes(step)));
  });
  test('no line runs past the edge that a reader sees', () => {
    for (const locale of ['zh', 'en'] as const) {
      // Weibo's app refuses a taller picture; phones draw up to 16,384 rows at once.
      const height = Number(/height="(\d+)"/.exec(tallPicture(locale))![1]);
      expect(height).toBeGreaterThan(8_000);
      expect(height).toBeLessThanOrEqual(locale === 'zh' ? 16_384 : 20_000);
    }
  });
  test('with an approval number show the map, and the number', async () => {
    approval.number = 'GS(2021)626号';
    vi.resetModules();
    const { uprightPicture: afresh } = await import('../../src/pictures/upright.ts');
    const svg = afresh('parcel', 'zh');
    expect(svg).toContain('#china-land');
    expect(drawnIn(svg).replaceAll('\n', '')).toContain('审图号：GS(2021)626号');
    approval.number = '';
  });
});

test.each(['zh', 'en'] as const)('every picture that travels with a link says which version of the data it shows, of which day, and where corrections stand, %s', (locale) => {
  const shared = sharedPictures(locale);
  expect(shared.map(({ name }) => name)).toEqual([locale, `square.${locale}`, ...STEP_IDS.map((step) => `${step}.${locale}`)]);
  for (const { name, draw: card, description } of shared) {
    // A long address has a row of its own.
    const wanted = locale === 'zh' ? '草稿。数据版本1.0.0，2026年11月24日。更正见https://drill.example/data/#corrections' : 'Draft. Data version 1.0.0, 24 November 2026. Corrections: https://drill.example/en/data/#corrections';
    expect(drawnIn(card()).replaceAll(/\s/g, ''), name).toContain(wanted.replaceAll(' ', ''));
    expect(description.length, name).toBeGreaterThan(10);
  }
});

test('what is asked for twice is drawn once, and other arguments are another drawing', () => {
  let count = 0;
  const draws = once((step: string, size: number) => `${step} ${size} ${(count += 1)}`);
  expect([draws('a', 1), draws('a', 1), draws('a', 2), draws('b', 1)]).toEqual(['a 1 1', 'a 1 1', 'a 2 2', 'b 1 3']);
});
