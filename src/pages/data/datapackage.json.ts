import { DEFAULT_LOCALE } from '../../languages.ts';
import type { APIRoute } from 'astro';
import { fileResponse, servedDescriptor } from '../../data/publish.ts';
import { tables } from '../../data/tables.ts';
import { correctionsUrl } from '../../layouts/records.ts';

export const GET: APIRoute = () => fileResponse(servedDescriptor(tables(), correctionsUrl(DEFAULT_LOCALE)), 'application/json');
