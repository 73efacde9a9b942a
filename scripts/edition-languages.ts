import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvFormatRows, csvParseRows } from 'd3';
import { isMap, isScalar, parseDocument, visit } from 'yaml';
import { reworded, rewordedDocument, rewordedTable, rewordedText, type Wording } from './edition-words.ts';

/** A language that an edition adds, made from another of the newsroom. */
export interface Added extends Wording {
  readonly code: string;
  readonly tag?: string;
  readonly name: string;
  /** the language whose words it takes */
  readonly from: string;
}

interface Settings {
  languages: { code: string; [key: string]: unknown }[];
  title: Record<string, string>;
  publisher: Record<string, string>;
}

const CONTENT = 'src/content';
/** What all languages share, with a key for each. */
const SHARED = ['claims.yaml', 'style.yaml', 'lesson/practice.yaml'];

const edit = (path: string, by: (text: string) => string): void => {
  if (existsSync(path)) writeFileSync(path, by(readFileSync(path, 'utf8')));
};
const tablesIn = (folder: string): string[] => readdirSync(join(folder, 'data')).filter((name) => name.endsWith('.csv')).map((name) => join(folder, 'data', name));

/** Adds a language to a newsroom: a folder of words, columns, keys beside those of the others, and one entry in the settings. */
export function addLanguage(folder: string, { from, longer = 1, letters, intl, ...entry }: Added): void {
  const { code } = entry;
  const wording: Wording = { longer, ...(letters && { letters }), ...(intl && { intl }) };
  edit(join(folder, 'site.config.json'), (text) => {
    const settings = JSON.parse(text) as Settings;
    settings.languages.push(entry);
    for (const key of ['title', 'publisher'] as const) settings[key][code] = reworded(settings[key][from]!, wording);
    return `${JSON.stringify(settings, null, 2)}\n`;
  });
  const words = join(folder, CONTENT, code);
  cpSync(join(folder, CONTENT, from), words, { recursive: true });
  for (const path of readdirSync(words, { recursive: true }) as string[]) {
    if (/\.(?:json|yaml)$/.test(path)) edit(join(words, path), (text) => rewordedDocument(text, wording));
    if (path.endsWith('.md')) edit(join(words, path), (text) => rewordedText(text, wording));
  }
  for (const table of tablesIn(folder)) {
    edit(table, (text) => {
      const [head = [], ...rows] = csvParseRows(text);
      const plurals = new Intl.PluralRules(code).resolvedOptions().pluralCategories;
      const isTaken = (column: string): boolean => {
        const hit = new RegExp(`_${from}(?:_(\\w+))?$`).exec(column);
        return hit !== null && (hit[1] === undefined || plurals.includes(hit[1] as Intl.LDMLPluralRule));
      };
      const taken = head.flatMap((column, at) => (isTaken(column) ? [at] : []));
      const name = (column: string): string => column.replace(new RegExp(`_${from}(?=_|$)`), `_${code}`);
      // A plural that the other language does not know has its unit.
      const plain = head.indexOf(`unit_${from}`);
      const own = plain < 0 ? [] : plurals.filter((category) => category !== 'other' && !head.includes(`unit_${from}_${category}`));
      const columns = [...taken.map((at) => [name(head[at]!), at] as const), ...own.map((category) => [`unit_${code}_${category}`, plain] as const)];
      const added = new Set(columns.map(([column]) => column));
      return rewordedTable(`${csvFormatRows([[...head, ...added], ...rows.map((row) => [...row, ...columns.map(([, at]) => row[at]!)])])}\n`, (column) => added.has(column), wording);
    });
  }
  for (const path of SHARED) {
    edit(join(folder, CONTENT, path), (text) => {
      const document = parseDocument(text);
      visit(document, { Map(_, map) {
        for (const stem of ['', 'not_']) {
          const own = map.get(`${stem}${from}`, true);
          if (own !== undefined && !map.has(`${stem}${code}`)) map.set(`${stem}${code}`, isScalar(own) || isMap(own) ? own.toJSON() : JSON.parse(JSON.stringify(own)));
        }
      } });
      return rewordedDocument(document.toString({ lineWidth: 0 }), wording, new Set([code, `not_${code}`]));
    });
  }
}

/** Takes a language out of a newsroom: the reverse of {@link addLanguage}. */
export function removeLanguage(folder: string, code: string): void {
  edit(join(folder, 'site.config.json'), (text) => {
    const settings = JSON.parse(text) as Settings;
    settings.languages = settings.languages.filter((each) => each.code !== code);
    for (const key of ['title', 'publisher'] as const) delete settings[key][code];
    return `${JSON.stringify(settings, null, 2)}\n`;
  });
  rmSync(join(folder, CONTENT, code), { recursive: true, force: true });
  for (const table of tablesIn(folder)) {
    edit(table, (text) => {
      const [head = [], ...rows] = csvParseRows(text);
      const kept = head.flatMap((column, at) => (new RegExp(`_${code}(?:_(?:zero|one|two|few|many))?$`).test(column) ? [] : [at]));
      return `${csvFormatRows([head, ...rows].map((row) => kept.map((at) => row[at]!)))}\n`;
    });
  }
  for (const path of SHARED) {
    edit(join(folder, CONTENT, path), (text) => {
      const document = parseDocument(text);
      visit(document, { Map(_, map) { for (const stem of ['', 'not_']) map.delete(`${stem}${code}`); } });
      return document.toString({ lineWidth: 0 });
    });
  }
}
