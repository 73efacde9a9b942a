import type { APIRoute } from 'astro';
import { EMBEDS, type Embed } from '../../embed/embeds.ts';
import { zipResponse } from '../../pictures/answer.ts';
import { offered } from '../../pictures/offered.ts';
import { packageZip } from '../../pictures/package.ts';

export const getStaticPaths = () => offered(EMBEDS).map((embed) => ({ params: { id: embed.id }, props: { embed } }));

export const GET: APIRoute<{ embed: Embed }> = async ({ props }) => zipResponse(await packageZip(props.embed));
