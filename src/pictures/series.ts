import { LOCALES } from '../languages.ts';
import type { Withdrawal } from '../data/types.ts';
import { homeOf } from '../embed/downloads.ts';
import type { Embed, EmbedId } from '../embed/embeds.ts';
import { mapModeOf } from '../flat/map-modes.ts';
import type { StepId } from '../story/ids.ts';
import { gonePictures } from '../story/withdrawn.ts';
import { hasMap, type MapMode, type Variant } from './chart.ts';

export const THEMES = ['light', 'dark'] as const;

/** The steps whose pictures lie with an embed. */
export const stepsAt = ({ id, steps }: Pick<Embed, 'id' | 'steps'>): StepId[] => steps.filter((step) => homeOf(step) === id);

/** The kinds of map in which a step's picture leaves the site: without land always, with land where that may be posted. */
export const mapModesOf = (step: StepId): MapMode[] =>
  hasMap(step) && mapModeOf('package') === 'geographic' ? ['geographic', 'schematic'] : [mapModeOf('package')];

/** A step's pictures as the site shows them. */
export const shown = (step: StepId): Variant[] =>
  LOCALES.flatMap((locale) => THEMES.map((theme): Variant => ({ step, locale, theme, mapMode: mapModeOf('picture') })));

/** A step's pictures in every form in which an editor can have them. */
export const everyForm = (step: StepId): Variant[] => mapModesOf(step).flatMap((mapMode) => shown(step).map((variant) => ({ ...variant, mapMode })));

/** Name of a picture's file without its ending. */
export const nameOf = ({ step, locale, theme, mapMode }: Variant): string =>
  `${step}.${locale}.${theme}${mapMode === mapModeOf('picture') ? '' : `.${mapMode}`}`;

/** The addresses of pictures that are withdrawn: the notice stands there in their place. */
export const goneVariants = (): { params: { id: EmbedId; name: string }; variant: Pick<Variant, 'locale' | 'theme'>; row: Withdrawal }[] =>
  gonePictures().flatMap(({ home, step, row }) =>
    LOCALES.flatMap((locale) => THEMES.map((theme) => ({ params: { id: home, name: `${step}.${locale}.${theme}` }, variant: { locale, theme }, row }))),
  );

/** Where a picture lies on the site, in the parameters of its route. */
export const pathOf = (variant: Variant): { id: EmbedId; name: string } => ({ id: homeOf(variant.step), name: nameOf(variant) });
