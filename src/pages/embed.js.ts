import type { APIRoute } from 'astro';
import loader from '../generated/loader.js?raw';

/** The loader of embeds for a host page: see `src/embed/loader.ts`. */
export const GET: APIRoute = () => new Response(loader, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } });
