/** Two words collide if they share more than this, in both directions; and none leaves the canvas by more. px */
export const TOLERANCE = 1;
/** Fainter words than this are not read. */
export const FAINT = 0.15;

/**
 * Runs in the page: lists words of the picture now on the stage that collide, leave the canvas, or lie under words of the flow, and counts those read.
 * A word's box is that of its ink: the line of a Chinese face is half as high again as its characters.
 */
export function wordsNow({ tolerance, faint }: { tolerance: number; faint: number }): { read: number; faults: string[] } {
  interface Found { text: string; left: number; right: number; top: number; bottom: number }
  const holder = Array.from(document.querySelectorAll<HTMLElement>('.canvas-holder')).find((each) => each.getClientRects().length > 0)!;
  const landscape = holder.classList.contains('landscape');
  const pen = document.createElement('canvas').getContext('2d')!;
  const seen = (text: Element): boolean => {
    let opacity = 1;
    for (let each: Element | null = text; each && each !== holder; each = each.parentElement) opacity *= Number(getComputedStyle(each).opacity);
    return opacity > faint;
  };
  const wordsOn = (): Found[] =>
    Array.from(holder.querySelectorAll<SVGTextElement>('text')).filter(seen).map((text) => {
      const { a: scale, e: beside, f: below } = text.getScreenCTM()!;
      const { fontStyle, fontWeight, fontFamily } = getComputedStyle(text);
      pen.font = `${fontStyle} ${fontWeight} ${Number(text.getAttribute('font-size')) * scale}px ${fontFamily}`;
      const { actualBoundingBoxAscent, actualBoundingBoxDescent, actualBoundingBoxRight } = pen.measureText(text.textContent);
      const letters = text.getNumberOfChars();
      // From the first letter's start to the last one's end, or as far as it leans: Firefox's own box of a slanted word is wider than its ink.
      const left = letters > 0 ? text.getStartPositionOfChar(0).x * scale + beside : 0;
      const right = letters > 0 ? Math.max(text.getEndPositionOfChar(letters - 1).x * scale + beside, left + actualBoundingBoxRight) : 0;
      const base = Number(text.getAttribute('y')) * scale + below;
      return { text: text.textContent, left, right, top: base - actualBoundingBoxAscent, bottom: base + actualBoundingBoxDescent };
    });
  const wordsOfFlow = (): Found[] => {
    const found: Found[] = [];
    for (const part of document.querySelectorAll('.card, .chapter-head')) {
      const box = part.getBoundingClientRect();
      if (box.bottom < 0 || box.top > innerHeight) continue;
      const range = document.createRange();
      range.selectNodeContents(part);
      for (const { left, right, top, bottom } of range.getClientRects()) found.push({ text: part.textContent.slice(0, 20), left, right, top, bottom });
    }
    return found;
  };
  const share = (a: Found, b: Found): boolean =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > tolerance && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > tolerance;
  // What is only heard takes no room.
  const heard = Array.from(document.querySelectorAll<HTMLElement>('.flow .sr'));
  for (const each of heard) each.style.display = 'none';
  const box = holder.getBoundingClientRect();
  const words = wordsOn();
  const flow = landscape ? wordsOfFlow() : [];
  for (const each of heard) each.style.display = '';
  const faults: string[] = [];
  words.forEach((word, i) => {
    const out = Math.max(box.left - word.left, word.right - box.right, box.top - word.top, word.bottom - box.bottom);
    if (out > tolerance) faults.push(`“${word.text}” leaves the canvas by ${out.toFixed(1)} px`);
    for (const other of words.slice(i + 1)) if (share(word, other)) faults.push(`“${word.text}” and “${other.text}” collide`);
    for (const other of flow) if (share(word, other)) faults.push(`“${word.text}” lies under the text “${other.text}”`);
  });
  return { read: words.length, faults };
}
