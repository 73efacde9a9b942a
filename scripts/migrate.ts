// npm run migrate: turns the owner's files of an older form into the form that this release reads, and writes the schema of the score.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { DATA_FORMAT } from '../src/data/descriptor.ts';
import { formOf, toForm2, type Files } from './migrate/tables.ts';

const DATA = 'data';
const SCHEMA = 'src/content/score.schema.json';

const read = (folder: string): Files =>
  Object.fromEntries(readdirSync(folder).filter((name) => /\.(?:csv|json)$/.test(name)).map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')]));

function write(path: string, text: string): void {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  writeFileSync(path, text);
  console.log(`migrate: wrote ${path}`);
}

const files = read(DATA);
const form = formOf(files);
if (form > DATA_FORMAT) {
  console.error(`migrate: ${DATA}/datapackage.json is of form ${form}, and this release reads ${DATA_FORMAT}: take a later release`);
  process.exitCode = 1;
} else {
  if (form < 2) for (const [name, text] of Object.entries(toForm2(files))) write(`${DATA}/${name}`, text);
  const { scoreJsonSchema } = await import('../src/story/schema.ts');
  write(SCHEMA, scoreJsonSchema());
  console.log(`migrate: ${DATA}/ is of form ${DATA_FORMAT}${form === DATA_FORMAT ? ' already' : `, it was ${form}`}`);
}
