import type { APIRoute } from 'astro';
import type { Withdrawal } from '../../../data/types.ts';
import { pngResponse } from '../../../pictures/answer.ts';
import { NOTICE_SIZE, type Variant } from '../../../pictures/chart.ts';
import { chartPng, type Scale } from '../../../pictures/files.ts';
import { noticePng } from '../../../pictures/notice.ts';
import { offered } from '../../../pictures/offered.ts';
import { goneVariants, pathOf, shown } from '../../../pictures/series.ts';
import { STEPS } from '../../../story/steps.ts';

const SCALES = [{ scale: 1, suffix: '' }, { scale: 2, suffix: '@2x' }] as const;
type Props = { scale: Scale; variant: Variant; row?: undefined } | { scale: Scale; variant: Pick<Variant, 'locale' | 'theme'>; row: Withdrawal };

export const getStaticPaths = () => [
  ...offered(STEPS).flatMap(({ id }) => shown(id)).flatMap((variant) =>
    SCALES.map(({ scale, suffix }) => ({ params: { ...pathOf(variant), name: pathOf(variant).name + suffix }, props: { variant, scale } })),
  ),
  ...goneVariants().flatMap(({ params, variant, row }) =>
    SCALES.map(({ scale, suffix }) => ({ params: { ...params, name: params.name + suffix }, props: { variant, scale, row } })),
  ),
];

export const GET: APIRoute<Props> = async ({ props }) =>
  pngResponse(props.row ? await noticePng(props.row, props.variant.locale, props.variant.theme, NOTICE_SIZE, props.scale) : await chartPng(props.variant, props.scale));
