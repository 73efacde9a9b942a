import type { APIRoute } from 'astro';
import { LOCALES } from '../../../copy/sources.ts';
import type { Locale } from '../../../data/types.ts';
import { homeOf } from '../../../embed/downloads.ts';
import { mapModeOf } from '../../../flat/map-modes.ts';
import { textResponse } from '../../../pictures/answer.ts';
import { altOfStep } from '../../../pictures/chart.ts';
import type { StepId } from '../../../story/ids.ts';
import { STEPS } from '../../../story/steps.ts';

export const getStaticPaths = () =>
  STEPS.flatMap(({ id }) => LOCALES.map((locale) => ({ params: { id: homeOf(id), name: `${id}.${locale}` }, props: { step: id, locale } })));

/** The alternative text of a step's pictures. */
export const GET: APIRoute<{ step: StepId; locale: Locale }> = ({ props }) =>
  textResponse(`${altOfStep(props.step, props.locale, mapModeOf('picture'))}\n`);
