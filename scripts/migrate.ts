// npm run migrate: turns the owner's files of an older form into the form that this release reads, and writes the schema of the score.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { FORMS } from '../src/forms.ts';
import { ownersFile } from '../src/newsroom.ts';
import { courseToForm2, formOfCourse } from './migrate/course.ts';
import { formOfScore, scoreToForm2 } from './migrate/score.ts';
import { formOfSettings, settingsToLatest } from './migrate/settings.ts';
import { formOf, toLatest, type Files } from './migrate/tables.ts';
import { withNewTexts } from './migrate/texts.ts';
import { MAIN_NEWSROOM } from './newsrooms.ts';

const SETTINGS = ownersFile('site.config.json');
const DATA = ownersFile('data');
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

const settings = readFileSync(SETTINGS, 'utf8');
migrate(SETTINGS, formOfSettings(settings), FORMS.settings, () => write(SETTINGS, settingsToLatest(settings)));
const files = read(DATA);
migrate(`${DATA}/`, formOf(files), FORMS.data, () => {
  for (const [name, text] of Object.entries(toLatest(files))) write(`${DATA}/${name}`, text);
});
const score = readFileSync(SCORE, 'utf8');
migrate(SCORE, formOfScore(score), FORMS.score, () => write(SCORE, scoreToForm2(score)));
const course = readFileSync(COURSE, 'utf8');
migrate(COURSE, formOfCourse(course), FORMS.course, () => write(COURSE, courseToForm2(course)));
// What is said of corrections names nothing of a story: the made-up newsroom's words are any newsroom's until its owner writes others.
for (const locale of ['zh', 'en']) {
  const path = `src/content/corrections/${locale}.json`;
  const own = ownersFile(path);
  mkdirSync(dirname(own), { recursive: true });
  write(own, withNewTexts(existsSync(own) ? readFileSync(own, 'utf8') : undefined, readFileSync(`${MAIN_NEWSROOM}/${path}`, 'utf8')));
}
// Only now: the schema of the score is made by a program that reads files which may just have been turned.
const { scoreJsonSchema } = await import('../src/story/schema.ts');
write(SCHEMA, scoreJsonSchema());
