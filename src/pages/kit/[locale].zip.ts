import type { APIRoute } from 'astro';
import { LOCALES } from '../../languages.ts';
import type { Locale } from '../../data/types.ts';
import { zipResponse } from '../../pictures/answer.ts';
import { kitZip } from '../../pictures/kit.ts';
import { offered } from '../../pictures/offered.ts';

export const getStaticPaths = () => offered(LOCALES).map((locale) => ({ params: { locale }, props: { locale } }));

export const GET: APIRoute<{ locale: Locale }> = async ({ props }) => zipResponse(await kitZip(props.locale));
