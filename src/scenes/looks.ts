import type { LineId } from '../data/types.ts';

/** What a shape, a word, and a mark on the map may wear: each has a rule in `src/styles/chart.css`, or the build stops. */
export const SHAPE_LOOKS = [
  'amount',
  'axis',
  'bar',
  'dots',
  'emptied',
  'guess',
  'hairline',
  'months',
  'outlined',
  'own',
  'ring-path',
  'rule',
  'square',
] as const;
export const LABEL_LOOKS = ['calc', 'display', 'halo', 'muted', 'on-bar', 'strong'] as const;
export const SPOT_LOOKS = ['port', 'ring'] as const;

/** A colour: a line's, that of what fell, or none of its own. */
export type Tone = LineId | 'fallen' | 'ink' | 'neutral';

type ShapeWord = (typeof SHAPE_LOOKS)[number];
type LabelWord = (typeof LABEL_LOOKS)[number] | Tone;

/** Class names of a shape. A look that is not listed does not compile. */
export type ShapeLook = ShapeWord | Tone | `${ShapeWord} ${ShapeWord | Tone}` | `${LineId} solid`;

/** Class names of a word. */
export type LabelLook = '' | LabelWord | `${LabelWord} ${LabelWord}` | `${LabelWord} ${LabelWord} ${LabelWord}`;

/** Class names of a place on the map. */
export type SpotLook = 'port' | `ring ${LineId}`;

/**
 * Makes sure that whatever the scenes wear can be seen.
 * @param css of the charts
 * @throws Error that names each look without a rule
 */
export function checkLooks(css: string): void {
  const rules: readonly (readonly [kind: string, element: string, looks: readonly string[]])[] = [
    ['shape', 'path', SHAPE_LOOKS],
    ['word', '(?:text)?', LABEL_LOOKS],
    ['place', '', SPOT_LOOKS],
  ];
  const missing = rules.flatMap(([kind, element, looks]) =>
    looks
      .filter((look) => !new RegExp(`\\.canvas ${element}[\\w.-]*\\.${look}(?![\\w-])[^{}]*\\{`).test(css))
      .map((look) => `  the ${kind} look "${look}" has no rule, expected one for .canvas .${look}`),
  );
  if (missing.length > 0) throw new Error(`src/styles/chart.css:\n${missing.join('\n')}`);
}
