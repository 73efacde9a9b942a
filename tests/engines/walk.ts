import { ALL, arrive, ONCE, OTHERWISE, REST, type Check, type Visit } from './check.ts';
import { FAINT, TOLERANCE, wordsNow } from './words.ts';

/** A deep link lands this near to where its step rests, px. */
const LANDING = 4;

/** What a reader of a page without a program may rely on: every still and text, nothing that stays on the screen above them, no control that does nothing. */
async function flatFaults({ window }: Visit): Promise<string[]> {
  return window.evaluate(() => {
    const steps = kit.steps().length;
    const faults: string[] = [];
    // The answer to a guess waits until it is asked for.
    const stills = kit.shown('.still > svg').length;
    if (stills < steps - 1) faults.push(`${stills} stills are shown of ${steps}`);
    const texts = kit.shown('[data-step] .card').filter((card) => card.innerText.length > 40).length;
    if (texts < steps - 1) faults.push(`${texts} texts are shown of ${steps}`);
    for (const each of kit.shown('.stage, .progress, dialog, main *')) if (/sticky|fixed/.test(getComputedStyle(each).position)) faults.push(`${each.className} stays on the screen`);
    for (const each of kit.shown('button, input, .widget')) faults.push(`a control without a program is shown: ${each.textContent.trim().slice(0, 40)}`);
    return faults;
  });
}

const life: Check = {
  name: 'comes to life, or lies flat',
  readings: ALL,
  async run(visit) {
    await arrive(visit);
    const { lives, window } = visit;
    const { live, sideways } = await window.evaluate(() => ({ live: 'live' in document.documentElement.dataset, sideways: document.documentElement.scrollWidth - innerWidth }));
    return [
      ...(live === lives ? [] : [`the page is ${live ? '' : 'not '}alive`]),
      ...(sideways > 0 ? [`it scrolls sideways by ${sideways} px`] : []),
      ...(lives ? [] : await flatFaults(visit)),
    ];
  },
};

const scrolling: Check = {
  name: 'walk by scrolling and back',
  readings: ALL,
  async run(visit) {
    const { window, lives } = visit;
    await arrive(visit);
    const tops = await window.evaluate(() => kit.offsets());
    await arrive(visit);
    const [ids, faults] = [await window.evaluate(() => kit.steps()), [] as string[]];
    let before = '';
    const at = async (position: number): Promise<number> => {
      const [from, to] = [tops[Math.floor(position)]!, tops[Math.ceil(position)]!];
      await window.evaluate((top) => kit.scrollTo(top), from + (to - from) * (position % 1));
      return window.evaluate(() => kit.current());
    };
    for (let position = 0; position <= ids.length - 1; position += 0.5) {
      const step = await at(position);
      const name = ids[Math.floor(position)]! + (position % 1 ? ' and a half' : '');
      if (position % 1 === 0 && step !== position) faults.push(`at ${name} the page is at ${ids[step]}`);
      if (!lives) continue;
      const { read, faults: words } = await window.evaluate(wordsNow, { tolerance: TOLERANCE, faint: FAINT });
      faults.push(...words.map((word) => `at ${name} ${word}`));
      if (position % 1 === 0 && read < 2) faults.push(`at ${name} only ${read} words are on the canvas`);
      const picture = await window.evaluate(() => kit.shown('.canvas-holder').map((holder) => holder.innerHTML).join());
      if (picture === before) faults.push(`at ${name} the picture is the one of before`);
      before = picture;
    }
    for (let position = ids.length - 1; position >= 0; position -= 1) {
      const step = await at(position);
      if (step !== position) faults.push(`on the way back at ${ids[position]} the page is at ${ids[step]}`);
    }
    return faults;
  },
};

const links: Check = {
  name: 'deep links, and their addresses',
  readings: ONCE,
  async run(visit) {
    const { window, lives } = visit;
    const faults: string[] = [];
    await arrive(visit);
    for (const [index, id] of (await window.evaluate(() => kit.steps())).entries()) {
      await arrive(visit, `#${id}`);
      await window.evaluate((rest) => kit.pause(rest), REST);
      const { off, step, hash } = await window.evaluate((to) => ({ off: kit.off(to), step: kit.current(), hash: location.hash }), id);
      if (Math.abs(off) > LANDING && index > 0) faults.push(`#${id} lands ${Math.round(off)} px off`);
      if (lives && step !== index) faults.push(`#${id} leads to step ${step}, expected ${index}`);
      if (hash !== `#${id}` && !(index === 0 && hash === '')) faults.push(`#${id} becomes ${hash}`);
    }
    return faults;
  },
};

const keys: Check = {
  name: 'walk by keys and back',
  readings: OTHERWISE,
  async run(visit) {
    const { window, lives } = visit;
    await arrive(visit);
    if (!lives) return []; // flat, the arrows scroll as on any page
    const [last, faults] = [(await window.evaluate(() => kit.steps())).length - 1, [] as string[]];
    for (const [key, from, by] of [['ArrowRight', 0, 1], ['ArrowLeft', last, -1]] as const) {
      for (let i = 1; i <= last; i += 1) {
        await window.press(key);
        await window.evaluate(() => kit.frames());
        const step = await window.evaluate(() => kit.current());
        if (step !== from + by * i) faults.push(`${key} pressed ${i} times leads to step ${step}, expected ${from + by * i}`);
      }
    }
    return faults;
  },
};

/** One walk: every step by scrolling and back, by deep link, by keys. */
export const WALK: readonly Check[] = [life, scrolling, links, keys];
