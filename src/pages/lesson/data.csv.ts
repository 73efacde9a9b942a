import type { APIRoute } from 'astro';
import { fileResponse } from '../../data/publish.ts';
import { tables } from '../../data/tables.ts';
import { pupilsCsv } from '../../lesson/content/pupils.ts';

export const GET: APIRoute = () => fileResponse(pupilsCsv(tables(), 'excel'), 'text/csv');
