/** What is the same of the article wherever it is carried: its words in order, what is drawn in each step, and the colours. Plain data. */
export interface Carried {
  readonly words: readonly string[];
  /** by step: how many marks its picture draws, those through a reference among them */
  readonly drawn: Readonly<Record<string, number>>;
  readonly looks: Readonly<Record<string, string>>;
}

/** How the land, the ground, a bar and a number are coloured: all told by the style sheets alone. Runs in the page. */
export function looksNow(): Record<string, string> {
  const style = (selector: string): CSSStyleDeclaration => getComputedStyle(document.querySelector(selector)!);
  return {
    ground: style('body').backgroundColor, land: style('#parcel .still .land').fill, line: style('#parcel .still .strokes path.line-1').stroke,
    day: style('#reveal').color, bar: style('#reveal .still path.bar.fallen').fill, word: style('#reveal .still text.on-bar').fill,
  };
}
/** The colours of the made-up newsroom’s story. */
export const LOOKS = {
  ground: 'rgb(11, 24, 38)', land: 'rgb(18, 38, 58)', line: 'rgb(110, 193, 228)',
  day: 'rgb(23, 32, 42)', bar: 'rgb(28, 93, 89)', word: 'rgb(245, 241, 234)',
};

/** The article as it lies flat before a reader. Runs in the page, in syntax that Chromium 80 reads. */
export function carriedNow(): Omit<Carried, 'looks'> {
  const told = ['.chapter-head h2', '.plain h2', '.step h3', '.card p', 'figcaption', '.plain li'].map((each) => `main ${each}`).join();
  // What a button says is how one reads, not what.
  const parts = Array.from(document.querySelectorAll(told)).filter((part) => !part.querySelector('button'));
  const words = parts.map(({ textContent }) => (textContent || '').replace(/\s+/g, ' ').trim());
  const drawn: Record<string, number> = {};
  for (const step of Array.from(document.querySelectorAll<HTMLElement>('main [data-step]'))) {
    const marks = Array.from(step.querySelectorAll<SVGGraphicsElement>('.still svg path, .still svg use, .still svg circle, .still svg rect, .still svg text'));
    drawn[step.id] = marks.filter((mark) => {
      const { width, height } = mark.getBoundingClientRect();
      return width > 0 || height > 0;
    }).length;
  }
  return { words, drawn };
}
