import type { APIRoute } from 'astro';
import type { Locale } from '../../data/types.ts';
import { feedOf } from '../../layouts/feed.ts';
import { inLanguages } from '../../layouts/routes.ts';

export const getStaticPaths = () => inLanguages();

export const GET: APIRoute<{ locale: Locale }> = ({ props }) => feedOf(props.locale);
