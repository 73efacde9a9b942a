import type { APIRoute } from 'astro';
import { feedOf } from '../../layouts/feed.ts';

export const GET: APIRoute = () => feedOf('en');
