import type { APIRoute } from 'astro';
import { LOCALES } from '../../../languages.ts';
import { homeOf } from '../../../embed/downloads.ts';
import { mapModeOf } from '../../../flat/map-modes.ts';
import { textResponse } from '../../../pictures/answer.ts';
import { altOfStep } from '../../../pictures/chart.ts';
import { noticeTexts } from '../../../pictures/notice.ts';
import { STEPS } from '../../../story/steps.ts';
import { gonePictures } from '../../../story/withdrawn.ts';

export const getStaticPaths = () => [
  ...STEPS.flatMap(({ id }) =>
    LOCALES.map((locale) => ({ params: { id: homeOf(id), name: `${id}.${locale}` }, props: { text: altOfStep(id, locale, mapModeOf('picture')) } })),
  ),
  ...gonePictures().flatMap(({ home, step, row }) =>
    LOCALES.map((locale) => ({ params: { id: home, name: `${step}.${locale}` }, props: { text: noticeTexts(row, locale).join('\n') } })),
  ),
];

/** The alternative text of a step's pictures, or the notice in its place. */
export const GET: APIRoute<{ text: string }> = ({ props }) => textResponse(`${props.text}\n`);
