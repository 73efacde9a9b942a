import { chartStyle, tokensOf } from '../../flat/theme.ts';
import type { Theme } from '../../story/resolve.ts';

/** What a mark is painted with: plain attributes of SVG, for a surface without a style sheet. What is left out is as SVG has it. */
export interface Paint {
  fill?: string;
  'fill-opacity'?: string;
  stroke?: string;
  'stroke-width'?: string;
  'stroke-linecap'?: string;
  'stroke-linejoin'?: string;
  'stroke-dasharray'?: string;
  'stroke-opacity'?: string;
  /** the colour of what fades out, for a surface without gradients */
  'stop-color'?: string;
}
export const PAINTED = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin', 'stroke-dasharray', 'stroke-opacity', 'stop-color'] as const;

/** An element as the style sheet sees it: `TAG.CLASS.CLASS`, and the paint that its own attributes say. */
export interface Seen {
  tag: string;
  look: string;
  paint?: Paint;
}

interface Compound {
  tag: string;
  classes: readonly string[];
}
interface CssRule {
  selector: readonly Compound[];
  weight: number;
  paint: Paint;
}

const compoundOf = (text: string): Compound => {
  const [tag = '', ...classes] = text.split('.');
  return { tag, classes };
};

function rulesOf(css: string): CssRule[] {
  return [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selectors = '', body = '']) => {
    const said = [...body.matchAll(/([\w-]+):\s*([^;]+)/g)].map(([, name, value]) => [name!, value!.trim().replaceAll('px', '')] as const);
    const paint: Paint = Object.fromEntries(said.filter(([name]) => (PAINTED as readonly string[]).includes(name)));
    return selectors.split(',').map((each) => {
      const selector = each.trim().split(/\s+/).map(compoundOf);
      return { selector, weight: selector.reduce((sum, { tag, classes }) => sum + classes.length * 100 + +(tag !== ''), 0), paint };
    });
  });
}

const fits = ({ tag, classes }: Compound, element: Seen): boolean => {
  const worn = element.look.split(' ');
  return (tag === '' || tag === element.tag) && classes.every((name) => worn.includes(name));
};

/** Whether a selector with blanks alone, which all of the charts' are, fits an element inside others. */
function matches(selector: readonly Compound[], chain: readonly Seen[]): boolean {
  if (!fits(selector.at(-1)!, chain.at(-1)!)) return false;
  let at = selector.length - 2;
  for (let i = chain.length - 2; i >= 0 && at >= 0; i -= 1) if (fits(selector[at]!, chain[i]!)) at -= 1;
  return at < 0;
}

/** What says how elements of a theme are painted: the same style sheet that paints the page. */
export type Painter = (chain: readonly Seen[]) => Paint;

/** @returns a function from an element inside others, the outermost first, to its paint */
export function painterOf(theme: Theme): Painter {
  const rules = rulesOf(chartStyle(theme, { sans: '', display: '' })).sort((a, b) => a.weight - b.weight);
  const canvas: Seen = { tag: 'svg', look: 'canvas' };
  const known = new Map<string, Paint>();
  return (chain) => {
    const key = JSON.stringify(chain);
    const found = known.get(key);
    if (found) return found;
    const all = [canvas, ...chain];
    const paint: Paint = {};
    // Each inherits from those round it; a rule counts for more than an attribute.
    all.forEach((element, i) => {
      Object.assign(paint, element.paint);
      for (const rule of rules) if (matches(rule.selector, all.slice(0, i + 1))) Object.assign(paint, rule.paint);
    });
    known.set(key, paint);
    return paint;
  };
}

/** The ground that a theme's pictures stand on. */
export const groundOf = (theme: Theme): string => tokensOf(theme)['ground']!;
