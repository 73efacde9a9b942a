/**
 * How an editor for official accounts takes something: `listed` on the lists of practitioners; `wild`, seen in published articles, and without
 * effect on the finished picture when it is dropped; everything else is refused.
 */
export type Standing = 'listed' | 'wild';

/** What may be said of an attribute: its class, what its value looks like, and what of the picture is left without it. */
export interface Rule {
  standing: Standing;
  value: RegExp;
  /** dropped, it changes the finished picture; why that is borne */
  needed?: string;
}

const NUMBER = String.raw`-?(?:\d+\.?\d*|\.\d+)`;
const exactly = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`);
const number = exactly(NUMBER);
const colour = /^(?:none|#[\da-f]{6})$/;
const share = exactly(String.raw`0|1|0?\.\d+`);
/** Values of an animation: no blank round a value and no sign behind the last, or WebKit leaves the whole animation out. */
const list = (one: string): RegExp => exactly(`${one}(?:;${one})*`);
const seconds = /^(?:\d+|\d*\.\d+)s$/;
const listed = (value: RegExp, needed?: string): Rule => ({ standing: 'listed', value, ...(needed ? { needed } : {}) });
const wild = (value: RegExp, needed?: string): Rule => ({ standing: 'wild', value, ...(needed ? { needed } : {}) });

const DRAWN = 'it is the drawing itself';

/** What any element that is drawn may wear: plain attributes, which no list touches. */
const PAINT: Readonly<Record<string, Rule>> = {
  fill: listed(colour, DRAWN),
  'fill-opacity': listed(share, DRAWN),
  stroke: listed(colour, DRAWN),
  'stroke-width': listed(number, DRAWN),
  'stroke-linecap': listed(/^(?:butt|round|square)$/, DRAWN),
  'stroke-linejoin': listed(/^(?:miter|round|bevel)$/, DRAWN),
  'stroke-dasharray': listed(exactly(`none|${NUMBER}(?: ${NUMBER})*`), DRAWN),
  'stroke-dashoffset': listed(number, DRAWN),
  'stroke-opacity': listed(share, DRAWN),
  opacity: listed(share, DRAWN),
  visibility: listed(/^(?:visible|hidden)$/, DRAWN),
};

const NO_END = 'without it an animation has no end: once played, the picture would stand at its start';
/** When an animation begins, how long it takes, and what stays. */
const TIMING: Readonly<Record<string, Rule>> = {
  begin: listed(/^(?:click|0s)$/),
  dur: listed(seconds, NO_END),
};

/** Every element, with every attribute that it may have. */
export const MOVING_RULES: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
  svg: {
    xmlns: listed(/^http:\/\/www\.w3\.org\/2000\/svg$/, 'a file without it is no picture; inside an article nothing changes'),
    viewBox: listed(exactly(`${NUMBER}(?: ${NUMBER}){3}`), DRAWN),
    style: listed(/^display:block;width:100%$/),
  },
  g: PAINT,
  path: { ...PAINT, d: listed(/^[MmLlHhVvQqCcAaZz\d\s.,-]*$/, DRAWN) },
  rect: { ...PAINT, ...Object.fromEntries(['x', 'y', 'width', 'height', 'rx'].map((name) => [name, listed(number, DRAWN)])) },
  animate: {
    ...TIMING,
    attributeName: listed(/^(?:x|y|width|height|cx|cy|opacity|fill|stroke-width|stroke-linecap|stroke-dashoffset)$/),
    values: wild(list(`(?:${NUMBER}|#[\\da-f]{6}|butt|round|square)`)),
    keyTimes: wild(list(String.raw`(?:0|1|0?\.\d+)`)),
    fill: wild(/^freeze$/),
  },
  set: {
    ...TIMING,
    attributeName: listed(/^visibility$/),
    to: listed(/^(?:visible|hidden)$/),
    dur: listed(seconds, 'without it what was hidden for a while stays hidden'),
    fill: wild(/^freeze$/),
  },
};

/** The largest picture that goes into an article, bytes. */
export const MOST_BYTES = 100_000;

/** Whether an element with an attribute of that value is let pass; without one, whether the element is. */
export function passes(element: string, attribute?: string, value?: string): boolean {
  const rules = Object.hasOwn(MOVING_RULES, element) ? MOVING_RULES[element]! : undefined;
  if (rules === undefined || attribute === undefined) return rules !== undefined;
  const rule = Object.hasOwn(rules, attribute) ? rules[attribute] : undefined;
  return rule !== undefined && (value === undefined || rule.value.test(value));
}

const short = (value: string): string => (value.length > 60 ? `${value.slice(0, 60)}…` : value);

/**
 * What of a moving picture an editor for official accounts would not take, or would change.
 * @param svg one `<svg>` as text
 * @returns faults in words; none if all of it passes
 */
export function checkMoving(svg: string): string[] {
  const faults = new Set<string>();
  const bytes = new TextEncoder().encode(svg).length;
  if (bytes > MOST_BYTES) faults.add(`${bytes} bytes, expected ${MOST_BYTES} at most`);
  if (!/^<svg\b[^]*<\/svg>$/.test(svg)) faults.add('expected one svg element and nothing round it');
  const ground = /^<svg\b[^>]*>\s*<rect\b([^>]*)>/.exec(svg)?.[1];
  if (!ground || !/\bfill="#[\da-f]{6}"/.test(ground)) faults.add('expected a rect with a colour first, so that the ground lies inside the picture');
  const tag = /<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*\/?>/g;
  const rest = svg.replaceAll(tag, (_, end: string, element: string, attributes: string) => {
    if (end === '') for (const fault of faultsOf(element, attributes)) faults.add(fault);
    return '';
  });
  if (rest.trim() !== '') faults.add(`“${short(rest.trim())}” is no element that can be read, expected tags alone`);
  return [...faults];
}

function faultsOf(element: string, attributes: string): string[] {
  if (!passes(element)) return [`<${element}> is refused`];
  const given = [...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!] as const);
  const faults = given.flatMap(([name, value]) =>
    !passes(element, name) ? [`${name} on <${element}> is refused`]
    : !passes(element, name, value) ? [`${name}="${short(value)}" on <${element}> is refused`]
    : [],
  );
  const said = Object.fromEntries(given);
  if (element === 'animate' && said['keyTimes'] !== undefined) faults.push(...timesFaults(said['values'] ?? '', said['keyTimes']));
  return faults;
}

/** Times that do not fit their values, begin later than 0 or end before 1 void an animation, and no engine says so. */
function timesFaults(values: string, keyTimes: string): string[] {
  const times = keyTimes.split(';').map(Number);
  const fit = times.length === values.split(';').length && times[0] === 0 && times.at(-1) === 1 && times.every((time, i) => i === 0 || time >= times[i - 1]!);
  return fit ? [] : [`keyTimes="${short(keyTimes)}" does not fit values="${short(values)}", expected one time for each value, from 0 to 1`];
}
