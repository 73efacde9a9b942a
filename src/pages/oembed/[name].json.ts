import type { APIRoute } from 'astro';
import { LOCALES } from '../../copy/sources.ts';
import type { Locale } from '../../data/types.ts';
import { EMBEDS, type Embed } from '../../embed/embeds.ts';
import { oembedRecord } from '../../embed/oembed.ts';

/** One static oEmbed record for each embed and language. */
export const getStaticPaths = () =>
  EMBEDS.flatMap((embed) => LOCALES.map((locale) => ({ params: { name: `${embed.id}.${locale}` }, props: { embed, locale } })));

export const GET: APIRoute<{ embed: Embed; locale: Locale }> = ({ props }) => Response.json(oembedRecord(props.embed, props.locale));
