// npm run migrate: turns the owner's files of an older form into the form that this release reads, and writes the schema of the score.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { FORMS } from '../src/forms.ts';
import { ownersFile } from '../src/newsroom.ts';
import { placeOf } from './migrate/content.ts';
import { courseToForm2, formOfCourse } from './migrate/course.ts';
import { formOfScore, scoreToForm2 } from './migrate/score.ts';
import { formOfSettings, settingsToLatest } from './migrate/settings.ts';
import { formOf, toLatest, type Files } from './migrate/tables.ts';
import { withNewTexts } from './migrate/texts.ts';
import { MAIN_NEWSROOM } from './newsrooms.ts';

const SETTINGS = ownersFile('site.config.json');
const DATA = ownersFile('data');
const CONTENT = ownersFile('src/content');
const STATE = ownersFile('data/published.json');
const SCORE = ownersFile('src/content/score.yaml');
const COURSE = ownersFile('src/content/lesson/course.yaml');
const SCHEMA = 'src/content/score.schema.json';

const read = (folder: string): Files =>
  Object.fromEntries(readdirSync(folder).filter((name) => /\.(?:csv|json)$/.test(name)).map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')]));

function write(path: string, text: string): void {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  writeFileSync(path, text);
  console.log(`migrate: wrote ${path}`);
}

/** Says what became of files of a form; of a later one than this release knows, nothing is touched. */
function migrate(what: string, form: number, latest: number, act: () => void): void {
  if (form > latest) {
    console.error(`migrate: ${what} is of form ${form}, and this release reads ${latest}: take a later release`);
    process.exitCode = 1;
    return;
  }
  if (form < latest) act();
  console.log(`migrate: ${what} is of form ${latest}${form === latest ? ' already' : `, it was ${form}`}`);
}

/** Moves the words into a folder for each language, in the newsroom and in what it published. */
function moveWords(): void {
  const paths = (readdirSync(CONTENT, { recursive: true, withFileTypes: true })).filter((file) => file.isFile()).map((file) => `${file.parentPath}/${file.name}`.replaceAll('\\', '/').slice(CONTENT.length + 1));
  for (const path of paths) {
    const place = placeOf(`src/content/${path}`).slice('src/content/'.length);
    if (place === path) continue;
    const [from, to] = [`${CONTENT}/${path}`, `${CONTENT}/${place}`];
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
    console.log(`migrate: moved ${from} to ${to}`);
    for (let folder = dirname(from); folder !== CONTENT && readdirSync(folder).length === 0; folder = dirname(folder)) rmdirSync(folder);
  }
  if (!existsSync(STATE)) return;
  const state = JSON.parse(readFileSync(STATE, 'utf8')) as { files: Record<string, string[]> };
  const files = Object.fromEntries(Object.entries(state.files).map(([path, lines]) => [placeOf(path), path === 'site.config.json' ? settingsToLatest(lines.join('\n')).split('\n') : lines]));
  write(STATE, `${JSON.stringify({ ...state, files }, null, 1)}\n`);
}

const settings = readFileSync(SETTINGS, 'utf8');
migrate(SETTINGS, formOfSettings(settings), FORMS.settings, () => write(SETTINGS, settingsToLatest(settings)));
moveWords();
const files = read(DATA);
migrate(`${DATA}/`, formOf(files), FORMS.data, () => {
  for (const [name, text] of Object.entries(toLatest(files))) write(`${DATA}/${name}`, text);
});
const score = readFileSync(SCORE, 'utf8');
migrate(SCORE, formOfScore(score), FORMS.score, () => write(SCORE, scoreToForm2(score)));
const course = readFileSync(COURSE, 'utf8');
migrate(COURSE, formOfCourse(course), FORMS.course, () => write(COURSE, courseToForm2(course)));
// What is said of corrections, and how a language writes numbers, names nothing of a story: the made-up newsroom's words are any newsroom's
// until its owner writes others. Of a language that it does not have, the owner's own stay as they are.
const { LOCALES } = await import('../src/languages.ts');
for (const path of LOCALES.flatMap((locale) => ['corrections', 'format', 'checks', 'figures'].map((name) => `src/content/${locale}/${name}.json`))) {
  const [own, made] = [ownersFile(path), `${MAIN_NEWSROOM}/${path}`];
  if (!existsSync(made)) continue;
  mkdirSync(dirname(own), { recursive: true });
  write(own, withNewTexts(existsSync(own) ? readFileSync(own, 'utf8') : undefined, readFileSync(made, 'utf8')));
}
// Only now: the schema of the score is made by a program that reads files which may just have been turned.
const { scoreJsonSchema } = await import('../src/story/schema.ts');
write(SCHEMA, scoreJsonSchema());
