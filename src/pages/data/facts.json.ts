import type { APIRoute } from 'astro';
import { factsJson, fileResponse } from '../../data/publish.ts';
import { tables } from '../../data/tables.ts';

export const GET: APIRoute = () => fileResponse(factsJson(tables()), 'application/json');
