import type { APIRoute } from 'astro';
import { STEPS } from '../../../story/steps.ts';
import { drawAhead } from '../../../pictures/ahead.ts';
import type { Variant } from '../../../pictures/chart.ts';
import { chartSvg } from '../../../pictures/files.ts';
import { pathOf, shown } from '../../../pictures/series.ts';

export const getStaticPaths = () => {
  if (import.meta.env.PROD) drawAhead();
  return STEPS.flatMap(({ id }) => shown(id)).map((variant) => ({ params: pathOf(variant), props: { variant } }));
};

export const GET: APIRoute<{ variant: Variant }> = async ({ props }) => new Response(await chartSvg(props.variant), { headers: { 'Content-Type': 'image/svg+xml' } });
