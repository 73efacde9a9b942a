import { expect, gotoStory, settle, test } from './support.ts';

/** Marks that no Chinese line begins with, and that none ends with. */
const NEVER_FIRST = '、，。；：！？）》”';
const NEVER_LAST = '（《“';

/** In the page: lines that begin or end wrongly, and numbers torn from their unit or their hedge. */
function findFaults({ first, last }: { first: string; last: string }): { faults: string[]; lines: number } {
  const faults: string[] = [];
  let lines = 0;
  const blocks = document.querySelectorAll('.card :is(h1, h3, p, li, dt, dd, th, td, caption, summary, label), .chapter-head :is(h2, p), .plain :is(h2, p, li), .foot :is(li, p), .key li span');
  for (const block of blocks) {
    if (!block.checkVisibility() || block.querySelector('p, li')) continue;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let before: { letter: string; bottom: number; left: number } | undefined;
    lines += 1;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent!;
      for (let at = 0; at < text.length; at++) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const box = range.getClientRects()[0];
        if (!box || box.width === 0 || !text[at]!.trim()) continue;
        const middle = (box.top + box.bottom) / 2;
        if (before && middle > before.bottom) {
          lines += 1;
          // A line that the author broke is none of the browser's.
          if (first.includes(text[at]!)) faults.push(`a line begins with ${text[at]} after “${before.letter}”: ${block.textContent.trim().slice(0, 20)}`);
          if (last.includes(before.letter)) faults.push(`a line ends with ${before.letter}: ${block.textContent.trim().slice(0, 20)}`);
        }
        before = { letter: text[at]!, bottom: box.bottom, left: box.left };
      }
    }
    for (const number of block.querySelectorAll('.fact')) {
      const tops = new Set([...number.getClientRects()].map(({ top }) => Math.round(top)));
      if (tops.size > 1) faults.push(`a number is torn: ${number.textContent}`);
      // The measure word may stand outside the link.
      const rest = document.createRange();
      rest.setStartAfter(number);
      rest.setEndAfter(block);
      const after = rest.toString();
      if (!/^\p{Script=Han}/u.test(after)) continue;
      const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      let node = walk.nextNode();
      while (node && (number.contains(node) || number.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING || !node.textContent!.trim())) node = walk.nextNode();
      if (!node) continue;
      const letter = document.createRange();
      letter.setStart(node, 0);
      letter.setEnd(node, 1);
      const [box, end] = [letter.getBoundingClientRect(), [...number.getClientRects()].at(-1)!];
      if ((box.top + box.bottom) / 2 > end.bottom) faults.push(`${number.textContent} is torn from ${after.slice(0, 3)}`);
    }
  }
  return { faults, lines };
}

test.describe('Chinese text', () => {
  for (const width of [320, 375, 414]) {
    test(`on a phone ${width} px wide: no line begins or ends with the wrong mark, and a number keeps its unit and its hedge`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await gotoStory(page, '');
      await page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
      await settle(page);
      const { faults, lines } = await page.evaluate(findFaults, { first: NEVER_FIRST, last: NEVER_LAST });
      expect(faults).toEqual([]);
      expect(lines).toBeGreaterThan(400);
    });
  }
});
