import { OURS } from '../../src/copy/ours.ts';
import { inEach } from '../../src/languages.ts';
import { plain } from '../../src/copy/plain.ts';
import { factsOf } from '../../src/copy/notices.ts';
import { readStory } from '../../src/copy/story.ts';
import { derive } from '../../src/data/derive.ts';
import { formatFact, qualifierWord } from '../../src/data/format.ts';
import { placeById, tables } from '../../src/data/tables.ts';
import type { Bilingual, Locale } from '../../src/data/types.ts';
import { pictureSvg } from '../../src/flat/picture.ts';
import { chartOf } from '../../src/pictures/chart.ts';
import { pictureFonts } from '../../src/pictures/faces.ts';
import { FRAMES } from '../../src/scenes/frames.ts';
import { settings } from '../../src/settings.ts';
import { STEPS } from '../../src/story/steps.ts';

/** A number as a reader meets it, with its unit, period and place. */
export interface NumberSeen {
  id: string;
  label: Bilingual;
  written: Bilingual;
  /** the facts that one of ours is worked out from; of a fact, itself */
  from: readonly string[];
}

/** A step as it is seen: its picture as SVG, and the facts that it is told with. */
export interface StepSeen {
  id: string;
  title: Bilingual;
  facts: readonly string[];
  picture: Bilingual;
}

/** What a newsroom shows. */
export interface View {
  numbers: readonly NumberSeen[];
  steps: readonly StepSeen[];
}

function picture(position: number, locale: Locale): string {
  const { width, height } = FRAMES.portrait;
  const chart = chartOf(locale, settings.mapMode);
  const theme = STEPS[position]!.theme;
  return pictureSvg({ steps: STEPS, position, frame: 'portrait', chart, theme, fonts: pictureFonts(locale), width, height, at: { x: 0, y: 0, scale: 1 }, around: '' });
}

/** All numbers and pictures of the newsroom that `NEWSROOM` names. */
export function view(): View {
  const data = tables();
  const story = inEach(readStory);
  return {
    numbers: [
      ...[...data.facts.values()].map((fact) => ({
        id: fact.id,
        label: fact.label,
        written: inEach((locale) => [formatFact(fact, locale), qualifierWord(fact, locale), fact.period[locale], placeById(data, fact.place).name[locale]].join(' · ')),
        from: [fact.id],
      })),
      ...[...derive(data).values()].map((figure) => ({ id: figure.id, label: figure.label, written: inEach((locale) => `${OURS}${formatFact(figure, locale)}`), from: figure.from })),
    ],
    steps: STEPS.map(({ id }, position) => ({
      id,
      title: inEach((locale) => plain(story[locale].steps.get(id)!.title, locale, data)),
      facts: [...factsOf(id)],
      picture: inEach((locale) => picture(position, locale)),
    })),
  };
}

