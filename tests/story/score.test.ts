import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readText } from '../../src/copy/sources.ts';
import { tables } from '../../src/data/tables.ts';
import { keyedOf, SCENE_NAMES, sceneOf } from '../../src/scenes/registry.ts';
import { scoreJsonSchema } from '../../src/story/schema.ts';
import { parseScore } from '../../src/story/score.ts';

const TEXT = readText('src/content/score.yaml');
const FIRST_LINE = [...tables().lines.keys()][0]!;
const FACT = [...tables().facts.keys()][0]!;

/** A score of three steps, whose faults can be counted by eye. */
const SCORE = `format: 2
chapters:
  - id: begin
    theme: night
    steps:
      - id: one
        shows:
          map: { glow: 1, lines: { ${FIRST_LINE}: { drawn: 1 } } }
      - id: two
        aliases: [old-two]
        shows:
          people: { suspects: { ${FACT}: 1 } }
  - id: middle
    theme: day
    steps:
      - id: three
        widget: months
        asks: ${FACT}
        shows:
          squares: {}
  - id: end
    theme: day
    steps: []
embeds:
  - { id: part, steps: [one, two], cover: one, tone: ${FIRST_LINE} }
  - { id: whole, steps: all, cover: one, tone: lines }
kit: [one, three]
tall: [two]
`;

function faultOf(from: string, to: string): string {
  expect(SCORE).toContain(from);
  try {
    parseScore(SCORE.replace(from, to), tables(), 's.yaml');
  } catch (error) {
    return (error as Error).message;
  }
  return 'read without a fault';
}

test('the score of three steps reads', () => {
  expect(parseScore(SCORE, tables()).chapters.map(({ steps }) => steps.length)).toEqual([2, 1, 0]);
});

describe('a fault names file, line, what was found and what was expected', () => {
  test.each<[string, string, string, RegExp]>([
    ['a scene that the program does not have', 'squares: {}', 'sqares: {}', /s\.yaml:20:11: "sqares" is not known here/],
    ['a field that the scene does not have', 'glow: 1', 'glowing: 1', /s\.yaml:8:18: "glowing" is not known here/],
    ['a share above 1', 'glow: 1', 'glow: 1.5', /s\.yaml:8:24: .*glow: expected a share from 0 to 1/],
    ['a share below 0', 'drawn: 1', 'drawn: -0.1', /s\.yaml:8:\d+: .*drawn: expected a share from 0 to 1/],
    ['a share that is a word', 'glow: 1', 'glow: yes', /s\.yaml:8:24: .*glow: expected a share from 0 to 1/],
    ['a line that no table has', `lines: { ${FIRST_LINE}`, 'lines: { line-99', /s\.yaml:8:\d+: "line-99" is no line of data\/lines\.csv, expected one of /],
    ['a fact that no table has', `suspects: { ${FACT}`, 'suspects: { no-such-fact', /s\.yaml:12:\d+: "no-such-fact" is no fact of data\/facts\.csv, expected one of /],
    ['a step that stands twice', 'id: three', 'id: two', /s\.yaml:16:13: "two" stands twice among the addresses of chapters and steps/],
    ['an alias that is a step’s id', 'old-two', 'three', /"three" stands twice among the addresses of chapters and steps/],
    ['a theme that there is not', 'theme: day', 'theme: dusk', /chapters\.\d\.theme: "dusk", expected one of night, day/],
    ['a chapter without its steps', '    steps: []\n', '', /chapters\.\d\.steps: missing, expected a list/],
    ['a step named like a chapter', 'id: three', 'id: end', /s\.yaml:\d+:\d+: "end" stands twice among the addresses of chapters and steps/],
    ['a step named like a scene', 'id: three', 'id: squares', /s\.yaml:16:13: "squares" is the name of a scene, expected another for this step; its old address can stay as an alias/],
    ['an embed named like a step', 'id: whole', 'id: three', /s\.yaml:26:\d+: "three" is the name of a step, expected another for this embed/],
    ['an embed with a step that is not there', 'steps: [one, two]', 'steps: [one, four]', /s\.yaml:25:\d+: "four" is no step, expected one of one, two, three/],
    ['a cover that is not there', 'cover: one, tone: lines', 'cover: four, tone: lines', /s\.yaml:26:\d+: "four" is no step/],
    ['a tone that is not there', 'tone: lines', 'tone: pink', /s\.yaml:26:\d+: "pink" is no tone, expected one of /],
    ['two embeds of one address', 'id: whole', 'id: part', /"part" stands twice among the embeds/],
    ['no embed of the whole story', 'steps: all', 'steps: [one]', /expected exactly one embed with "steps: all"/],
    ['a picture of the kit that is not there', 'kit: [one, three]', 'kit: [one, four]', /s\.yaml:27:\d+: "four" is no step/],
    ['a widget on two steps', 'aliases: [old-two]', `widget: months\n        asks: ${FACT}`, /the widget "months" stands twice/],
    ['a widget that asks about no fact', `        asks: ${FACT}\n`, '', /s\.yaml:17:17: the widget "months" asks about no fact, expected "asks:" with an id of data\/facts\.csv/],
    ['a fact that nothing asks about', '        widget: months\n', '', /s\.yaml:17:15: a fact is asked about without a widget that asks, expected /],
    ['a fact asked about that no table has', `asks: ${FACT}`, 'asks: no-such-fact', /s\.yaml:18:15: "no-such-fact" is no fact of data\/facts\.csv/],
    ['a guess without the step that shows its answer', 'widget: months', 'widget: guess', /the widget "guess" and the widget "verdict", which shows its answer, stand together: expected a step for each, or none/],
    ['an older form', 'format: 2', 'format: 1', /s\.yaml:1:9: format: expected 2, the form that this program reads: run npm run migrate/],
    ['a tab where YAML wants spaces', '    theme: night', '\ttheme: night', /s\.yaml:4:1: /],
  ])('%s', (_, from, to, expected) => {
    expect(faultOf(from, to)).toMatch(expected);
    expect(faultOf(from, to)).toMatch(/^The score has (one fault|\d+ faults):\n/);
  });
});

test('the schema that editors’ tools complete from is that of the program, and the score names it', () => {
  expect(readFileSync('src/content/score.schema.json', 'utf8')).toBe(scoreJsonSchema());
  expect(TEXT).toMatch(/^# yaml-language-server: \$schema=\S*\/score\.schema\.json\n/);
});

test('the records of a state are fields of it: a misspelt one would never be read', () => {
  for (const name of SCENE_NAMES) {
    for (const [field] of keyedOf(name)) expect(sceneOf(name).rest, `${name}.${field}`).toHaveProperty(field, {});
  }
});

test('a scene has a name of its own: no step, chapter or embed is called so', () => {
  const { chapters, embeds } = parseScore(TEXT, tables());
  const ids = new Set([...chapters.flatMap(({ id, steps }) => [id, ...steps.map((step) => step.id)]), ...embeds.map(({ id }) => id)]);
  expect(SCENE_NAMES.filter((name) => ids.has(name))).toEqual([]);
});
