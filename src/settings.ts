import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Bilingual } from './data/types.ts';
import { FORMS, wrongForm } from './forms.ts';
import { ownersFile } from './newsroom.ts';

const text = z.string().min(1, 'expected a text');
/** A text by the code of its language. */
const words = z.record(z.string(), text) as unknown as z.ZodType<Bilingual>;
/** A language of the piece. Its words lie in `src/content`, its cells in columns that end with its code. */
const language = z.strictObject({
  code: z.string().regex(/^[a-z]{2,3}(?:-[a-z]{2,8})?$/, 'expected a code such as "en", in small letters'),
  tag: z.string().refine((tag) => isTag(tag), 'expected a BCP 47 tag such as "zh-Hans-CN"').optional(),
  name: text,
  default: z.literal(true).optional(),
  source: z.literal(true).optional(),
  offline: z.string().regex(/^[a-z][a-z0-9-]*$/, 'expected the name of a file without its ending, such as "classroom"').optional(),
});
/** Scripts whose letters join or change by their neighbours, or that run from right to left: no part of the piece sets them. */
const UNSET = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Deva', 'Beng', 'Guru', 'Gujr', 'Orya', 'Taml', 'Telu', 'Knda', 'Mlym', 'Sinh', 'Thai', 'Laoo', 'Tibt', 'Mymr', 'Khmr', 'Mong', 'Adlm']);

/** Whether a text is a tag of a language. */
function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** What is wrong with the list of languages, and with the texts that stand in the settings in each. */
function languageFaults({ languages, ...rest }: { languages: readonly z.infer<typeof language>[] } & Readonly<Record<'title' | 'publisher', Readonly<Record<string, string>>>>): { path: (string | number)[]; message: string }[] {
  const codes = languages.map(({ code }) => code);
  const offline = languages.flatMap((each) => (each.offline === undefined ? [] : [each.offline]));
  return [
    ...languages.flatMap(({ code, tag = code }, i) => {
      const script = isTag(tag) ? new Intl.Locale(tag).maximize().script : undefined;
      return [
        ...(codes.indexOf(code) === i ? [] : [{ path: ['languages', i, 'code'], message: `"${code}" is listed twice` }]),
        ...(script !== undefined && UNSET.has(script) ? [{ path: ['languages', i, 'tag'], message: `"${tag}" is written in a script that this program cannot set (${script}), expected an alphabet without joined letters (Latin, Cyrillic, Greek) or Han` }] : []),
      ];
    }),
    ...(['default', 'source'] as const).flatMap((mark) => (languages.filter((each) => each[mark]).length > 1 ? [{ path: ['languages'], message: `two are marked "${mark}", expected one` }] : [])),
    ...(new Set(offline).size < offline.length ? [{ path: ['languages'], message: 'two have the same "offline", expected a name for each' }] : []),
    ...(['title', 'publisher'] as const).flatMap((key) => [
      ...codes.filter((code) => rest[key][code] === undefined).map((code) => ({ path: [key, code], message: 'expected a text in this language' })),
      ...Object.keys(rest[key]).filter((code) => !codes.includes(code)).map((code) => ({ path: [key, code], message: 'left over: "languages" does not list it' })),
    ]),
  ];
}

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
  languages: z.array(language).min(1, 'expected at least one language'),
  title: words,
  publisher: words,
  siteUrl: z.url({ protocol: /^https?$/ }).refine(isServer, 'expected the server alone, such as "https://news.example": a path on it is written in "base"'),
  base: z.string().regex(/^\/(?:[\w.~-]+\/)*$/, 'expected a path that begins and ends with "/", such as "/" or "/2021/626/"'),
  correctionsContact: z.string().regex(/^(mailto:\S+@\S+|https?:\/\/\S+)$/, 'expected "mailto:name@example.org" or a web address'),
  mapApprovalNumber: z.string().refine((text) => text === '' || APPROVAL.test(text), 'expected a 审图号 such as "GS(2019)1822号" or "琼S(2021)021号", or "" as long as the map has none'),
  published: z.iso.date('expected a day such as "2026-12-01", or no such setting as long as the piece is a draft').optional(),
  mapMode: z.enum(['geographic', 'schematic']),
  licence: z.strictObject({ name: z.string().min(1), url: z.url() }),
}).superRefine((all, context) => {
  for (const { path, message } of languageFaults(all)) context.addIssue({ code: 'custom', path, message });
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
