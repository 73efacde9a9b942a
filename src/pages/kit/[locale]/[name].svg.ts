import type { APIRoute } from 'astro';
import type { Locale } from '../../../data/types.ts';
import type { EmbedId } from '../../../embed/embeds.ts';
import { LOCALES } from '../../../languages.ts';
import { MOVING, movingPicture } from '../../../pictures/moving.ts';
import { offered } from '../../../pictures/offered.ts';

export const getStaticPaths = () => offered(LOCALES).flatMap((locale) => MOVING.map((name) => ({ params: { locale, name }, props: { locale, name } })));

export const GET: APIRoute<{ locale: Locale; name: EmbedId }> = ({ props: { name, locale } }) =>
  new Response(movingPicture(name, locale), { headers: { 'Content-Type': 'image/svg+xml' } });
