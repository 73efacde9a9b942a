import type { APIRoute } from 'astro';
import { LOCALES } from '../../languages.ts';
import { modifiedOf } from '../../data/dates.ts';
import { tables } from '../../data/tables.ts';
import { EMBEDS, type Embed } from '../../embed/embeds.ts';
import { zipResponse } from '../../pictures/answer.ts';
import { noticeTexts } from '../../pictures/notice.ts';
import { offered } from '../../pictures/offered.ts';
import { packageZip } from '../../pictures/package.ts';
import { zipOf } from '../../pictures/zip.ts';
import { goneEmbeds, type Gone } from '../../story/withdrawn.ts';

type Props = { embed: Embed; gone?: undefined } | { gone: Gone };

export const getStaticPaths = () => [
  ...offered(EMBEDS).map((embed) => ({ params: { id: embed.id }, props: { embed } })),
  ...goneEmbeds().map((gone) => ({ params: { id: gone.id }, props: { gone } })),
];

/** A package with the notice alone, in the place of one that is withdrawn. */
function noticeZip({ id, row }: Gone): Uint8Array {
  const files = Object.fromEntries(LOCALES.map((locale) => [`notice.${locale}.txt`, `${noticeTexts(row, locale).join('\n')}\n`]));
  return zipOf(files, id, modifiedOf(tables()));
}

export const GET: APIRoute<Props> = async ({ props }) => zipResponse(props.gone ? noticeZip(props.gone) : await packageZip(props.embed));
