import type { APIRoute } from 'astro';
import { LOCALES } from '../../languages.ts';
import { EMBEDS } from '../../embed/embeds.ts';
import { oembedNotice, oembedRecord } from '../../embed/oembed.ts';
import { goneEmbeds } from '../../story/withdrawn.ts';

/** One static oEmbed record for each embed and language. */
export const getStaticPaths = () => [
  ...EMBEDS.flatMap((embed) => LOCALES.map((locale) => ({ params: { name: `${embed.id}.${locale}` }, props: { record: oembedRecord(embed, locale) } }))),
  ...goneEmbeds().flatMap((gone) => LOCALES.map((locale) => ({ params: { name: `${gone.id}.${locale}` }, props: { record: oembedNotice(gone, locale) } }))),
];

export const GET: APIRoute<{ record: ReturnType<typeof oembedRecord> }> = ({ props }) => Response.json(props.record);
