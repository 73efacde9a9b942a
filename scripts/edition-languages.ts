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
  /** how much longer its words are */
  readonly longer?: number;
}

interface Settings {
  languages: { code: string; [key: string]: unknown }[];
  title: Record<string, string>;
  publisher: Record<string, string>;
}

const CONTENT = 'src/content';
/** What all languages share, with a key for each. */
const SHARED = ['claims.yaml', 'style.yaml', 'lesson/practice.yaml'];
/** How numbers are written, and the lists of the checks: they stay words of the language that they were taken from. */
const KEPT = /^(?:format|checks|figures)\.json$/;

const edit = (path: string, by: (text: string) => string): void => {
  if (existsSync(path)) writeFileSync(path, by(readFileSync(path, 'utf8')));
};
const tablesIn = (folder: string): string[] => readdirSync(join(folder, 'data')).filter((name) => name.endsWith('.csv')).map((name) => join(folder, 'data', name));
const filesIn = (folder: string): string[] => (readdirSync(folder, { recursive: true }) as string[]).filter((name) => /\.\w+$/.test(name));

/** A text with longer words: of each, its last letters stand twice. Bindings, marks and addresses stay. */
const lengthened = (text: string, by: number): string =>
  text
    .split(/(\{[^{}]*\}|%[a-z]+%|\]\([^)]*\)|https?:\S+)/)
    .map((part, i) => (i % 2 === 1 ? part : part.replaceAll(/\p{L}{4,}/gu, (word) => word + word.slice(word.length - Math.round(word.length * by)).toLowerCase())))
    .join('');

const lengthenedFile = (path: string, text: string, by: number): string => {
  if (path.endsWith('.md')) {
    const [, head = '', body = text] = /^(---\n[\s\S]*?\n---\n)([\s\S]*)$/.exec(text) ?? [];
    return head.replaceAll(/^(\w+: )(.*)$/gm, (_, key: string, words: string) => key + lengthened(words, by)) + lengthened(body, by);
  }
  const document = parseDocument(text);
  visit(document, { Scalar(key, node) { if (key !== 'key' && typeof node.value === 'string') node.value = lengthened(node.value, by); } });
  return path.endsWith('.json') ? `${JSON.stringify(document.toJS(), null, 2)}\n` : document.toString({ lineWidth: 0 });
};

/** Adds a language to a newsroom: a folder of words, columns, keys beside those of the others, and one entry in the settings. */
export function addLanguage(folder: string, { from, longer = 0, ...entry }: Added): void {
  const { code } = entry;
  edit(join(folder, 'site.config.json'), (text) => {
    const settings = JSON.parse(text) as Settings;
    settings.languages.push(entry);
    for (const key of ['title', 'publisher'] as const) settings[key][code] = lengthened(settings[key][from]!, longer);
    return `${JSON.stringify(settings, null, 2)}\n`;
  });
  const words = join(folder, CONTENT, code);
  cpSync(join(folder, CONTENT, from), words, { recursive: true });
  for (const path of filesIn(words)) if (longer > 0 && !KEPT.test(path)) edit(join(words, path), (text) => lengthenedFile(path, text, longer));
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
