import type { APIRoute } from 'astro';
import { fileResponse } from '../../data/publish.ts';
import { dataText } from '../../layouts/data-files.ts';

export const GET: APIRoute = () => fileResponse(dataText(), 'text/plain');
