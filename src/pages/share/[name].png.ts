import type { APIRoute } from 'astro';
import { LOCALES } from '../../copy/sources.ts';
import { pngResponse } from '../../pictures/answer.ts';
import { sharedPictures, sharePng, type Shared } from '../../pictures/share.ts';

export const getStaticPaths = () => LOCALES.flatMap(sharedPictures).map((shared) => ({ params: { name: shared.name }, props: { shared } }));

export const GET: APIRoute<{ shared: Shared }> = async ({ props }) => pngResponse(await sharePng(props.shared));
