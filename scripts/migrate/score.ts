import { isMap, isScalar, isSeq, parseDocument, type Document, type Scalar } from 'yaml';

/** Scenes that had a step's, a chapter's or an embed's name in form 1, and their own since. */
const RENAMED: Readonly<Record<string, string>> = {
  'round-ups': 'groups',
  cases: 'squares',
  'known-users': 'falls',
  checks: 'visits',
  prevention: 'reached',
  recovery: 'helped',
};

/** The form that a score is written in. */
export const formOfScore = (text: string): number => Number(parseDocument(text).get('format') ?? 1);

/** The names of all scenes that its steps show, as they stand in the text. */
function sceneNames(document: Document): Scalar[] {
  const items = (node: unknown): unknown[] => (isSeq(node) ? node.items : []);
  const steps = items(document.get('chapters')).flatMap((chapter) => (isMap(chapter) ? items(chapter.get('steps')) : []));
  const shows = steps.map((step) => (isMap(step) ? step.get('shows') : undefined)).filter(isMap);
  return shows.flatMap((each) => each.items.map(({ key }) => key)).filter((key): key is Scalar => isScalar(key));
}

/** Facts that the widgets asked about in form 1, where they stood in the program. */
const ASKED: Readonly<Record<string, string>> = { months: 'qh-cases-2020on', guess: 'wn-users-2020on' };

/** From form 1 to form 2: scenes have names of their own, and a widget names its fact. All else stays as it was typed, comments too. */
export function scoreToForm2(text: string): string {
  const document = parseDocument(text);
  const format = document.get('format', true) as Scalar | undefined;
  const edits = sceneNames(document)
    .filter(({ value }) => RENAMED[String(value)] !== undefined)
    .map(({ range, value }) => ({ range: range!, to: RENAMED[String(value)]! }));
  if (format) edits.push({ range: format.range!, to: '2' });
  const edited = edits
    .sort((a, b) => b.range[0] - a.range[0])
    .reduce((all, { range: [from, end], to }) => all.slice(0, from) + to + all.slice(end), text);
  const asking = edited.replaceAll(
    /^( *)widget: (months|guess)\b.*$/gm,
    (line, indent: string, widget: string) => `${line}\n${indent}asks: ${ASKED[widget]!}`,
  );
  return format ? asking : `format: 2\n${asking}`;
}
