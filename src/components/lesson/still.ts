import type { Locale } from '../../data/types.ts';
import { makeChart } from '../../flat/chart.ts';
import { mapDefs, patternDefs } from '../../flat/defs.ts';
import { mapModeOf } from '../../flat/map-modes.ts';
import { stillMarkup } from '../../flat/still.ts';
import { basemap } from '../../geo/map.ts';
import type { TaskId } from '../../lesson/content/types.ts';
import { asSeen, untold } from '../../lesson/player/untold.ts';
import type { FrameName } from '../../scenes/frames.ts';
import type { StepId } from '../../story/ids.ts';
import type { Theme } from '../../story/resolve.ts';
import { positionOf, STEPS } from '../../story/steps.ts';

/**
 * A step's picture as a still, in the theme asked for.
 * @param asked questions that its notes must not answer
 */
export const stepStill = (step: StepId, locale: Locale, frame: FrameName, theme: Theme, asked: readonly TaskId[] = []): string =>
  stillMarkup({
    steps: STEPS.map((each) => ({ ...each, picture: asSeen(each.picture, asked) })),
    position: positionOf(step),
    frame,
    chart: untold(makeChart(locale, mapModeOf('lesson'), [frame]), asked),
    theme,
  });

/** What stills refer to, once a page. */
export const stillDefs = (theme: Theme, withMap: boolean): string =>
  `${withMap && mapModeOf('lesson') === 'geographic' ? mapDefs(basemap()) : ''}${patternDefs(theme)}`;

/** A still without any word or number on it, to be noticed before it is read. */
export const withoutWords = (svg: string): string => svg.replaceAll(/<text\b.*?<\/text>/gs, '');
