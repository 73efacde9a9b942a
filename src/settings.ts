import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { FORMS, wrongForm } from './forms.ts';
import { ownersFile } from './newsroom.ts';

const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

/** 审图号 as map offices give them: GS(2019)1822号, GS京(2022)1061号, 琼S(2021)021号; the brackets may be full-width. */
const APPROVAL = /^(?:GS\p{Script=Han}?|\p{Script=Han}{1,2}S)[(（](?:19|20)\d{2}[)）]\d{1,5}号$/u;

/** Whether an address names a server alone: what follows it would be lost, for pages are addressed from `base`. */
const isServer = (address: string): boolean => {
  if (!URL.canParse(address)) return true; // told as no address at all
  const { pathname, search, hash } = new URL(address);
  return `${pathname}${search}${hash}` === '/';
};

const schema = z.strictObject({
  format: z.literal(FORMS.settings, wrongForm(FORMS.settings)),
  title: bilingual,
  publisher: bilingual,
  siteUrl: z.url({ protocol: /^https?$/ }).refine(isServer, 'expected the server alone, such as "https://news.example": a path on it is written in "base"'),
  base: z.string().regex(/^\/(?:[\w.~-]+\/)*$/, 'expected a path that begins and ends with "/", such as "/" or "/2021/626/"'),
  correctionsContact: z.string().regex(/^(mailto:\S+@\S+|https?:\/\/\S+)$/, 'expected "mailto:name@example.org" or a web address'),
  mapApprovalNumber: z.string().refine((text) => text === '' || APPROVAL.test(text), 'expected a 审图号 such as "GS(2019)1822号" or "琼S(2021)021号", or "" as long as the map has none'),
  published: z.iso.date('expected a day such as "2026-12-01", or no such setting as long as the piece is a draft').optional(),
  mapMode: z.enum(['geographic', 'schematic']),
  licence: z.strictObject({ name: z.string().min(1), url: z.url() }),
});

/** The editor's settings, as `site.config.json` holds them. */
export type Settings = z.infer<typeof schema>;

/** Path of the one file of editor's settings, from the newsroom's folder. */
export const SETTINGS_FILE = 'site.config.json';

/**
 * Checks the editor's settings.
 * @param text the JSON text of `site.config.json`
 * @param env `SITE_URL`, `BASE_PATH` and `MAP_MODE` override the file, so that one build script serves many hosts
 * @throws Error that names the file, each missing or wrong setting, and what was expected
 */
export function parseSettings(text: string, env: Record<string, string | undefined> = {}): Settings {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (cause) {
    throw new Error(`${SETTINGS_FILE}: not valid JSON (${(cause as Error).message})`, { cause });
  }
  const overrides = Object.fromEntries(
    Object.entries({ siteUrl: env['SITE_URL'], base: env['BASE_PATH'], mapMode: env['MAP_MODE'] }).filter(([, value]) => value !== undefined),
  );
  const result = schema.safeParse(raw !== null && typeof raw === 'object' ? { ...raw, ...overrides } : raw);
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `  ${issue.path.join('.') || '(whole file)'}: ${issue.message}`);
    throw new Error(`${SETTINGS_FILE}: ${faults.length} wrong or missing setting(s)\n${faults.join('\n')}`);
  }
  return result.data;
}

/** The settings of this build. */
export const settings: Settings = parseSettings(readFileSync(ownersFile(SETTINGS_FILE), 'utf8'), process.env);
