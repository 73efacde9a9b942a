import type { APIRoute } from 'astro';
import type { Withdrawal } from '../../../data/types.ts';
import { STEPS } from '../../../story/steps.ts';
import { drawAhead } from '../../../pictures/ahead.ts';
import { NOTICE_SIZE, type Variant } from '../../../pictures/chart.ts';
import { withFaces } from '../../../pictures/faces.ts';
import { chartSvg } from '../../../pictures/files.ts';
import { noticePicture } from '../../../pictures/notice.ts';
import { offered } from '../../../pictures/offered.ts';
import { goneVariants, pathOf, shown } from '../../../pictures/series.ts';

type Props = { variant: Variant; row?: undefined } | { variant: Pick<Variant, 'locale' | 'theme'>; row: Withdrawal };

export const getStaticPaths = () => {
  const steps = offered(STEPS);
  if (import.meta.env.PROD && steps.length > 0) drawAhead();
  return [
    ...steps.flatMap(({ id }) => shown(id)).map((variant) => ({ params: pathOf(variant), props: { variant } })),
    ...goneVariants().map(({ params, variant, row }) => ({ params, props: { variant, row } })),
  ];
};

const drawn = (props: Props): Promise<string> =>
  props.row
    ? withFaces(noticePicture(props.row, props.variant.locale, props.variant.theme, NOTICE_SIZE.width, NOTICE_SIZE.height))
    : chartSvg(props.variant);

export const GET: APIRoute<Props> = async ({ props }) => new Response(await drawn(props), { headers: { 'Content-Type': 'image/svg+xml' } });
