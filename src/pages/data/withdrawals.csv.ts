import type { APIRoute } from 'astro';
import { fileResponse, tableCsv } from '../../data/publish.ts';
import { tables } from '../../data/tables.ts';

export const GET: APIRoute = () => fileResponse(tableCsv(tables(), 'withdrawals', 'excel'), 'text/csv');
