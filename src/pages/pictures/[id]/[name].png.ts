import type { APIRoute } from 'astro';
import { pngResponse } from '../../../pictures/answer.ts';
import type { Variant } from '../../../pictures/chart.ts';
import { chartPng, type Scale } from '../../../pictures/files.ts';
import { offered } from '../../../pictures/offered.ts';
import { pathOf, shown } from '../../../pictures/series.ts';
import { STEPS } from '../../../story/steps.ts';

const SCALES = [{ scale: 1, suffix: '' }, { scale: 2, suffix: '@2x' }] as const;

export const getStaticPaths = () =>
  offered(STEPS).flatMap(({ id }) => shown(id)).flatMap((variant) =>
    SCALES.map(({ scale, suffix }) => ({ params: { ...pathOf(variant), name: pathOf(variant).name + suffix }, props: { variant, scale } })),
  );

export const GET: APIRoute<{ variant: Variant; scale: Scale }> = async ({ props }) => pngResponse(await chartPng(props.variant, props.scale));
