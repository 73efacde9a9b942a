import type { APIRoute } from 'astro';
import { fileResponse } from '../../data/publish.ts';
import { changesJson } from '../../layouts/data-files.ts';

export const GET: APIRoute = () => fileResponse(changesJson(), 'application/json');
