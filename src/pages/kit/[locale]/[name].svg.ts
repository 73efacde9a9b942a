import type { APIRoute } from 'astro';
import type { Locale } from '../../../data/types.ts';
import type { EmbedId } from '../../../embed/embeds.ts';
import { LOCALES } from '../../../languages.ts';
import { MOVING, movingPicture } from '../../../pictures/moving.ts';

// In a build without downloads too: nothing is drawn for them but paths, and every engine is asked to play them.
export const getStaticPaths = () => LOCALES.flatMap((locale) => MOVING.map((name) => ({ params: { locale, name }, props: { locale, name } })));

export const GET: APIRoute<{ locale: Locale; name: EmbedId }> = ({ props: { name, locale } }) =>
  new Response(movingPicture(name, locale), { headers: { 'Content-Type': 'image/svg+xml' } });
