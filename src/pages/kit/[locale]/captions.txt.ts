import type { APIRoute } from 'astro';
import { LOCALES } from '../../../languages.ts';
import type { Locale } from '../../../data/types.ts';
import { textResponse } from '../../../pictures/answer.ts';
import { captions } from '../../../pictures/kit.ts';

export const getStaticPaths = () => LOCALES.map((locale) => ({ params: { locale }, props: { locale } }));

export const GET: APIRoute<{ locale: Locale }> = ({ props }) => textResponse(captions(props.locale));
