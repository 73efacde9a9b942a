import type { APIRoute } from 'astro';
import { LOCALES } from '../../languages.ts';
import type { Locale, Withdrawal } from '../../data/types.ts';
import { pngResponse } from '../../pictures/answer.ts';
import { noticePng } from '../../pictures/notice.ts';
import { CARD, sharedPictures, sharePng, type Shared } from '../../pictures/share.ts';
import { goneSteps } from '../../story/withdrawn.ts';

type Props = { shared: Shared; row?: undefined } | { row: Withdrawal; locale: Locale };

export const getStaticPaths = () => [
  ...LOCALES.flatMap(sharedPictures).map((shared) => ({ params: { name: shared.name }, props: { shared } })),
  ...goneSteps().flatMap(({ id, row }) => LOCALES.map((locale) => ({ params: { name: `${id}.${locale}` }, props: { row, locale } }))),
];

export const GET: APIRoute<Props> = async ({ props }) =>
  pngResponse(props.row ? await noticePng(props.row, props.locale, 'light', CARD) : await sharePng(props.shared));
