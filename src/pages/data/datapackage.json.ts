import type { APIRoute } from 'astro';
import { fileResponse, servedDescriptor } from '../../data/publish.ts';
import { tables } from '../../data/tables.ts';

export const GET: APIRoute = () => fileResponse(servedDescriptor(tables()), 'application/json');
