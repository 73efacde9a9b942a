/** WCAG 2.2, 1.4.3 and 1.4.11. */
export const CONTRAST = { text: 4.5, mark: 3 } as const;

/** What {@link faintNow} finds on the canvas. */
export interface Faint {
  /** what is drawn too faint against the ground, each with its ratio */
  readonly faint: string[];
  /** how many parts of each kind were seen */
  readonly seen: Record<string, number>;
}

/**
 * Runs in the page: what is drawn on the visible canvas too faint against its ground.
 * @param inverted whether the page is seen through `invert(1) hue-rotate(180deg)`, as extensions for the dark do it
 */
export function faintNow({ text, mark, inverted = false }: { text: number; mark: number; inverted?: boolean }): Faint {
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  const HALF_TURN = [[-0.574, 1.43, 0.144], [0.426, 0.43, 0.144], [0.426, 1.43, -0.856]];
  const filtered = (rgb: number[]): number[] =>
    HALF_TURN.map((row) => Math.min(1, Math.max(0, row.reduce((sum, share, i) => sum + share * (1 - rgb[i]!), 0))));
  const luminance = (colour: string): number => {
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    const plain = Array.from(pen.getImageData(0, 0, 1, 1).data).slice(0, 3).map((value) => value / 255);
    const [r, g, b] = (inverted ? filtered(plain) : plain).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const holder = Array.from(document.querySelectorAll<HTMLElement>('.canvas-holder')).find((each) => each.getClientRects().length > 0)!;
  const ground = luminance(getComputedStyle(document.body).backgroundColor);
  const contrast = (colour: string): number => {
    const front = luminance(colour);
    return (Math.max(front, ground) + 0.05) / (Math.min(front, ground) + 0.05);
  };
  const opaque = (element: Element): boolean => {
    for (let each: Element | null = element; each && each !== holder; each = each.parentElement) if (Number(getComputedStyle(each).opacity) < 1) return false;
    return true;
  };
  const faint: string[] = [];
  const seen: Record<string, number> = {};
  const check = (selector: string, least: number, paint: (style: CSSStyleDeclaration) => string): void => {
    for (const element of Array.from(holder.querySelectorAll(selector))) {
      if (!opaque(element)) continue;
      seen[selector] = (seen[selector] ?? 0) + 1;
      const colour = paint(getComputedStyle(element));
      // A pattern is drawn in the same tokens.
      if (colour === 'none' || colour.startsWith('url')) continue;
      if (contrast(colour) < least) faint.push(`${selector} ${element.textContent.trim().slice(0, 12)} ${colour}: ${contrast(colour).toFixed(2)}`);
    }
  };
  check('text:not(.on-bar)', text, ({ fill }) => fill);
  for (const selector of ['path[class^="line-"]:not(.dots, .solid)', 'path.dots', '.trip', '.cut', 'path.emptied', 'path.ring-path', '.ring', '.port']) check(selector, mark, ({ stroke }) => stroke);
  for (const selector of ['path.square', 'path.bar', 'path.months', 'path.amount', '.month']) check(selector, mark, ({ fill }) => fill);
  return { faint: Array.from(new Set(faint)), seen };
}
