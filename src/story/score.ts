import { readDocument, type Read } from '../copy/document.ts';
import { stopOn, type Fault } from '../copy/fault.ts';
import { CONTENT, readText } from '../copy/sources.ts';
import { tables, type Tables } from '../data/tables.ts';
import { withdrawnOf } from '../data/withdrawals.ts';
import { keyedOf, SCENE_NAMES, type SceneName } from '../scenes/registry.ts';
import { scoreSchema, type ScoreFile } from './schema.ts';

const FILE = `${CONTENT}/score.yaml`;

type Path = readonly PropertyKey[];

/** Looks for what a schema cannot see: ids that stand twice, and ids of nothing. */
class Checks {
  private readonly read: Read<ScoreFile>;
  readonly faults: Fault[];

  constructor(read: Read<ScoreFile>, faults: Fault[]) {
    this.read = read;
    this.faults = faults;
  }

  fault(path: Path, message: string): void {
    this.faults.push({ ...this.read.place(path), message });
  }

  known(path: Path, id: string, ids: ReadonlySet<string>, kind: string): void {
    if (!ids.has(id)) this.fault(path, `"${id}" is no ${kind}, expected one of ${[...ids].join(', ')}`);
  }

  /** Ids that share one kind of address: an alias counts as one. */
  once(ids: readonly { id: string; path: Path }[], kind: string): void {
    const seen = new Set<string>();
    for (const { id, path } of ids) {
      if (seen.has(id)) this.fault(path, `"${id}" stands twice among the ${kind}, expected each once: one address leads to one place`);
      seen.add(id);
    }
  }
}

/** The ids in a state's records: of lines, of facts. */
function checkState(checks: Checks, path: Path, scene: string, state: Readonly<Record<string, unknown>>, data: Tables): void {
  for (const [field, { by }] of keyedOf(scene as SceneName)) {
    const ids = new Set(by === 'line' ? data.lines.keys() : data.facts.keys());
    for (const id of Object.keys(state[field] ?? {}))
      checks.known([...path, field, id], id, ids, by === 'line' ? 'line of data/lines.csv' : 'fact of data/facts.csv');
  }
}

/** Widgets that ask about a fact. */
const ASKING: readonly (string | undefined)[] = ['months', 'guess'];

function checkAsking(checks: Checks, path: Path, { widget, asks }: ScoreFile['chapters'][number]['steps'][number]): void {
  if (ASKING.includes(widget) && asks === undefined)
    checks.fault([...path, 'widget'], `the widget "${widget}" asks about no fact, expected "asks:" with an id of data/facts.csv`);
  if (!ASKING.includes(widget) && asks !== undefined)
    checks.fault([...path, 'asks'], 'a fact is asked about without a widget that asks, expected "widget: months" or "widget: guess", or no "asks"');
}

function checkChapters(checks: Checks, { chapters }: ScoreFile, data: Tables): void {
  const lines = new Set(data.lines.keys());
  const facts = new Set(data.facts.keys());
  chapters.forEach((chapter, c) => {
    const path = ['chapters', c] as const;
    const last = c === chapters.length - 1;
    if (chapter.line !== undefined) checks.known([...path, 'line'], chapter.line, lines, 'line of data/lines.csv');
    if (last !== (chapter.steps.length === 0)) {
      checks.fault(
        [...path, 'steps'],
        last
          ? 'the last chapter is text alone, expected no steps'
          : 'a chapter without steps, expected at least one: only the last chapter is text alone',
      );
    }
    chapter.steps.forEach((step, s) => {
      const own = [...path, 'steps', s] as const;
      if (step.asks !== undefined) checks.known([...own, 'asks'], step.asks, facts, 'fact of data/facts.csv');
      checkAsking(checks, own, step);
      (step.keeps ?? []).forEach((id, k) => checks.known([...own, 'keeps', k], id, facts, 'fact of data/facts.csv'));
      for (const [scene, state] of Object.entries(step.shows))
        checkState(checks, [...own, 'shows', scene], scene, state as Record<string, unknown>, data);
    });
  });
  const steps = chapters.flatMap(({ steps: own }, c) =>
    own.flatMap((step, s) => {
      const path = ['chapters', c, 'steps', s] as const;
      return [{ id: step.id, path: [...path, 'id'] }, ...(step.aliases ?? []).map((id, a) => ({ id, path: [...path, 'aliases', a] }))];
    }),
  );
  checks.once([...chapters.map(({ id }, c) => ({ id, path: ['chapters', c, 'id'] })), ...steps], 'addresses of chapters and steps');
  const withWidget = (name: string): boolean => chapters.some(({ steps: own }) => own.some(({ widget }) => widget === name));
  if (withWidget('guess') !== withWidget('verdict'))
    checks.fault(
      ['chapters'],
      'the widget "guess" and the widget "verdict", which shows its answer, stand together: expected a step for each, or none',
    );
  for (const widget of ['months', 'guess', 'verdict'] as const) {
    const wearing = chapters.flatMap(({ steps: own }, c) =>
      own.flatMap((step, s) => (step.widget === widget ? [['chapters', c, 'steps', s, 'widget'] as const] : [])),
    );
    for (const path of wearing.slice(1)) checks.fault(path, `the widget "${widget}" stands twice, expected it on one step: a reader's answer is one`);
  }
}

/** One word, one thing: a name that a scene, a chapter, a step and an embed share is none that people can use to each other. */
function checkNames(checks: Checks, { chapters, embeds }: ScoreFile): void {
  const names: { id: string; kind: string; path: Path }[] = chapters.flatMap((chapter, c) => [
    { id: chapter.id, kind: 'chapter', path: ['chapters', c, 'id'] },
    ...chapter.steps.map(({ id }, s) => ({ id, kind: 'step', path: ['chapters', c, 'steps', s, 'id'] })),
  ]);
  names.push(...embeds.map(({ id }, e) => ({ id, kind: 'embed', path: ['embeds', e, 'id'] })));
  const owners = new Map<string, string>(SCENE_NAMES.map((name) => [name, 'scene']));
  for (const { id, kind, path } of names) {
    const owner = owners.get(id) ?? kind;
    if (owner !== kind)
      checks.fault(path, `"${id}" is the name of a ${owner}, expected another for this ${kind}; its old address can stay as an alias`);
    owners.set(id, owner);
  }
}

function checkLists(checks: Checks, { chapters, embeds, kit, tall }: ScoreFile, data: Tables): void {
  const steps = new Set(chapters.flatMap(({ steps: own }) => own.map(({ id }) => id)));
  const tones = new Set([...data.lines.keys(), 'lines', 'fallen']);
  embeds.forEach((embed, e) => {
    const path = ['embeds', e] as const;
    if (embed.steps !== 'all') embed.steps.forEach((id, s) => checks.known([...path, 'steps', s], id, steps, 'step'));
    checks.known([...path, 'cover'], embed.cover, steps, 'step');
    checks.known([...path, 'tone'], embed.tone, tones, 'tone');
  });
  if (embeds.filter((embed) => embed.steps === 'all').length !== 1)
    checks.fault(['embeds'], 'expected exactly one embed with "steps: all": the whole story, which the article itself names');
  const named = embeds.flatMap(({ id, aliases = [] }, e) => [
    { id, path: ['embeds', e, 'id'] },
    ...aliases.map((alias, a) => ({ id: alias, path: ['embeds', e, 'aliases', a] })),
  ]);
  checks.once(named, 'embeds');
  for (const [list, ids] of Object.entries({ kit, tall })) {
    ids.forEach((id, i) => checks.known([list, i], id, steps, 'step'));
    checks.once(
      ids.map((id, i) => ({ id, path: [list, i] })),
      `steps of the ${list}`,
    );
  }
}

/**
 * Reads the score.
 * @throws Error that lists every fault with file, line, column, what was found and what was expected
 */
export function parseScore(text: string, data: Tables, file = FILE): ScoreFile {
  const faults: Fault[] = [];
  const read = readDocument({ file, line: 1, column: 1 }, text, scoreSchema, faults);
  if (read) {
    const checks = new Checks(read, faults);
    checkChapters(checks, read.value, data);
    checkNames(checks, read.value);
    checkLists(checks, read.value, data);
  }
  stopOn(faults, 'The score');
  return read!.value;
}

/**
 * The score without the steps and embeds that are withdrawn; an embed all of whose steps are goes with them.
 * @throws Error that names what cannot be told without a withdrawn step
 */
export function withoutWithdrawn(score: ScoreFile, { withdrawals }: Pick<Tables, 'withdrawals'>): ScoreFile {
  const [steps, embeds] = [withdrawnOf(withdrawals, 'step'), withdrawnOf(withdrawals, 'embed')];
  const known = { step: score.chapters.flatMap(({ steps: own }) => own.map(({ id }) => id)), embed: score.embeds.map(({ id }) => id) };
  for (const { kind, of, id } of withdrawals) {
    const ids = kind === 'sentence' ? [...known.step, ...score.chapters.map((chapter) => chapter.id)] : kind === 'step' || kind === 'embed' ? known[kind] : [of];
    if (!ids.includes(of)) throw new Error(`data/withdrawals.csv: "${id}": "${of}" is unknown, expected one of ${ids.join(', ')}`);
  }
  if (steps.has(score.chapters[0]!.steps[0]!.id)) throw new Error('data/withdrawals.csv: the first step is the page itself, expected another one: withdraw its sentences');
  const left = (ids: readonly string[]): string[] => ids.filter((id) => !steps.has(id));
  const chapters = score.chapters.map((chapter) => ({ ...chapter, steps: chapter.steps.filter(({ id }) => !steps.has(id)) }));
  const empty = chapters.find((chapter, c) => chapter.steps.length === 0 && c < chapters.length - 1);
  if (empty) throw new Error(`${FILE}: the chapter "${empty.id}" has no step that is not withdrawn, expected the chapter taken out`);
  const kept = score.embeds.flatMap((embed) => {
    if (embeds.has(embed.id)) return [];
    if (embed.steps === 'all') return [embed];
    const own = left(embed.steps);
    return own.length === 0 ? [] : [{ ...embed, steps: own, cover: steps.has(embed.cover) ? own[0]! : embed.cover }];
  });
  if (!kept.some((embed) => embed.steps === 'all')) throw new Error('data/withdrawals.csv: the embed of the whole story cannot be withdrawn, expected its steps');
  return { ...score, chapters, embeds: kept, kit: left(score.kit), tall: left(score.tall) };
}

let whole: ScoreFile | undefined;

/** The score as its owner wrote it, with what is withdrawn: only its addresses are asked of it. */
export const readWhole = (): ScoreFile => (whole ??= parseScore(readText(FILE), tables()));

let score: ScoreFile | undefined;

/** The score of this build, from `src/content/score.yaml`, read once. */
export const readScore = (): ScoreFile => (score ??= withoutWithdrawn(readWhole(), tables()));
