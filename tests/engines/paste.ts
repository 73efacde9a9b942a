import { arrive, come, ONCE, standing, type Check, type Visit } from './check.ts';
import { EDITOR_PATH, toldOf, type Told } from './editor.ts';

/** Pictures that a build without downloads leaves out, which the page of the kit asks for nevertheless. */
const LEFT_OUT = /\/kit\/[\w/-]+\.(?:png|svg)|status of 404/;

const LARGEST = 60;

/** Where what was pasted differs from what was to be. */
function differences(name: string, wanted: Told, got: Told): string[] {
  const at = wanted.pictures.findIndex((picture, i) => picture !== got.pictures[i]);
  return [
    ...(got.pictures.length === wanted.pictures.length ? [] : [`${name}: ${got.pictures.length} pictures, expected ${wanted.pictures.length}`]),
    ...(at < 0 || got.pictures[at] === undefined ? [] : [`${name}: picture ${at + 1} is another one: ${firstApart(wanted.pictures[at]!, got.pictures[at])}`]),
    ...(got.moving === wanted.moving ? [] : [`${name}: ${got.moving} animations, expected ${wanted.moving}`]),
    ...(got.words === wanted.words ? [] : [`${name}: other words: ${firstApart(wanted.words, got.words)}`]),
    ...(got.empty === 0 ? [] : [`${name}: ${got.empty} pictures take no room`]),
  ];
}

function firstApart(wanted: string, got: string): string {
  const at = [...wanted].findIndex((letter, i) => letter !== got[i]);
  return `“${got.slice(Math.max(0, at - 10), at + LARGEST)}”, expected “${wanted.slice(Math.max(0, at - 10), at + LARGEST)}”`;
}

/** Presses an element as a reader does, who has to see it: by script it would not be allowed to copy. */
async function tapOn({ window }: Visit, selector: string): Promise<void> {
  const [x, y] = await window.evaluate((where) => {
    const element = document.querySelector(where)!;
    element.scrollIntoView({ block: 'center' });
    const box = element.getBoundingClientRect();
    return [Math.round(box.left + box.width / 2), Math.round(box.top + box.height / 2)] as const;
  }, selector);
  await window.tap(x, y);
}

const said = ({ window }: Visit): Promise<string> => window.evaluate(async () => {
  await kit.pause(200);
  return document.querySelector('.toast')!.textContent;
});

/** An editor copies the whole article by its button and pastes it elsewhere: every animation arrives, and cleaned more strictly every picture stays. */
export const PASTE: Check = {
  name: 'the article copied and pasted',
  readings: ONCE,
  of: ['Chromium', 'Firefox', 'WebKit'],
  async run(visit) {
    const { window, page, locale } = visit;
    await arrive({ ...visit, page: `${page}kit/` });
    const files = await window.evaluate(() => Array.from(document.querySelectorAll<HTMLIFrameElement>('#left iframe'), ({ src }) => new URL(src).pathname));
    await tapOn(visit, '[data-copies="moving"]');
    const outcome = await said(visit);
    const heard = [...window.complaints(), ...(await window.evaluate(() => kit.noted()))].filter((text) => !LEFT_OUT.test(text));
    if (!outcome.startsWith(locale === 'zh' ? '已复制：' : 'Copied: ')) return [`the page says “${outcome}”`, ...heard];
    await come(window, new URL(EDITOR_PATH, page).href);
    await tapOn(visit, '#usual');
    await window.paste();
    await standing(window, () => document.querySelector('#strict')!.childElementCount > 0);
    const [whole, left] = [await window.evaluate(toldOf, files[0]!), await window.evaluate(toldOf, files[1]!)];
    const [usual, strict] = [await window.evaluate(toldOf, '#usual'), await window.evaluate(toldOf, '#strict')];
    const text = await window.evaluate(() => (self as unknown as { pasted: { text: string } }).pasted.text);
    return [
      ...heard,
      ...(whole.moving > 0 ? [] : ['nothing moves in the article']),
      ...differences('pasted', whole, usual),
      ...differences('cleaned strictly', left, strict),
      ...(text.includes('<') || text.length < 2000 ? [`as plain text it is “${text.slice(0, LARGEST)}”`] : []),
    ];
  },
};
