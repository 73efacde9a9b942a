import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvFormatRows, csvParseRows } from 'd3';
import { isMap, isScalar, parseDocument, visit } from 'yaml';

/** A language that an edition adds, made from another of the newsroom. */
export interface Added {
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
export function addLanguage(folder: string, { from, ...entry }: Added): void {
  const { code } = entry;
  edit(join(folder, 'site.config.json'), (text) => {
    const settings = JSON.parse(text) as Settings;
    settings.languages.push(entry);
    for (const key of ['title', 'publisher'] as const) settings[key][code] = settings[key][from]!;
    return `${JSON.stringify(settings, null, 2)}\n`;
  });
  cpSync(join(folder, CONTENT, from), join(folder, CONTENT, code), { recursive: true });
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
      return `${csvFormatRows([[...head, ...taken.map((at) => name(head[at]!))], ...rows.map((row) => [...row, ...taken.map((at) => row[at]!)])])}\n`;
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
      return document.toString({ lineWidth: 0 });
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
