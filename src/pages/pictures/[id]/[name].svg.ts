import type { APIRoute } from 'astro';
import { STEPS } from '../../../story/steps.ts';
import { drawAhead } from '../../../pictures/ahead.ts';
import type { Variant } from '../../../pictures/chart.ts';
import { chartSvg } from '../../../pictures/files.ts';
import { offered } from '../../../pictures/offered.ts';
import { pathOf, shown } from '../../../pictures/series.ts';

export const getStaticPaths = () => {
  const steps = offered(STEPS);
  if (import.meta.env.PROD && steps.length > 0) drawAhead();
  return steps.flatMap(({ id }) => shown(id)).map((variant) => ({ params: pathOf(variant), props: { variant } }));
};

export const GET: APIRoute<{ variant: Variant }> = async ({ props }) =>
  new Response(await chartSvg(props.variant), { headers: { 'Content-Type': 'image/svg+xml' } });
