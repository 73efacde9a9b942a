import type { APIRoute } from 'astro';
import { EMBEDS, type Embed } from '../../embed/embeds.ts';
import { zipResponse } from '../../pictures/answer.ts';
import { packageZip } from '../../pictures/package.ts';

export const getStaticPaths = () => EMBEDS.map((embed) => ({ params: { id: embed.id }, props: { embed } }));

export const GET: APIRoute<{ embed: Embed }> = async ({ props }) => zipResponse(await packageZip(props.embed));
