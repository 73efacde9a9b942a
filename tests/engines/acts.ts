import { spawnSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { ensureProgram } from '../../scripts/engines/programs.ts';
import { arrive, ONCE, OTHERWISE, REST, SCREENS, standing, type Check, type Visit } from './check.ts';

/** A step comes to rest this near to its place, px. */
const NEAR = 4;

const middle = async ({ window }: Visit): Promise<string> => window.evaluate(() => kit.steps()[Math.floor(kit.steps().length / 2)]!);

/** Where the reader is, against where that should be. */
async function lostFrom({ window, lives }: Visit, id: string, after: string): Promise<string[]> {
  const { step, hash, off, ids } = await window.evaluate((to) => ({ step: kit.current(), hash: location.hash, off: kit.off(to), ids: kit.steps() }), id);
  return [
    ...(lives && ids[step] !== id ? [`${after}, ${id} becomes ${ids[step]}`] : []),
    ...(hash !== '' && hash !== `#${id}` ? [`${after}, the address of ${id} becomes ${hash}`] : []),
    ...(Math.abs(off) > NEAR && id !== ids[0] ? [`${after}, ${id} rests ${off.toFixed(1)} px off`] : []),
  ];
}

/** Does what leads to another page, and waits until that stands. */
async function follow({ window }: Visit, act: () => void): Promise<void> {
  const from = await window.evaluate(() => location.href);
  await window.evaluate(act);
  // Asked at once, WebKit's driver waits for an answer of the page that is going.
  await pause(1000);
  await standing(window, (left) => location.href !== left, from);
}

const contents: Check = {
  name: 'contents',
  readings: ONCE,
  async run(visit) {
    const { window, lives } = visit;
    await arrive(visit);
    return window.evaluate(async (alive) => {
      const faults: string[] = [];
      const links = Array.from(document.querySelectorAll<HTMLAnchorElement>('.menu-sheet [data-chapter]'));
      for (const link of links.slice().reverse()) {
        document.querySelector<HTMLElement>('.menu summary')!.click();
        await kit.frames();
        if (link.getClientRects().length === 0) faults.push('the contents do not open');
        link.click();
        await kit.frames();
        const head = document.querySelector(link.hash)!;
        if (!alive) {
          document.querySelector<HTMLDetailsElement>('.menu')!.open = false;
          const { top } = head.getBoundingClientRect();
          if (top < 0 || top > innerHeight / 2) faults.push(`${link.hash} stands at ${Math.round(top)} px`);
          continue;
        }
        // What follows the story has no steps: it rests below the bar.
        const first = head.matches('.plain') ? '' : head.parentElement!.querySelector('[data-step]')!.id;
        if (first === '') {
          if (Math.abs(head.getBoundingClientRect().top - 56) > 4) faults.push(`${link.hash} rests at ${Math.round(head.getBoundingClientRect().top)} px`);
        } else if (kit.steps()[kit.current()] !== first || Math.abs(kit.off(first)) > 4) faults.push(`${link.hash} leads to ${kit.steps()[kit.current()]}, ${Math.round(kit.off(first))} px off`);
        if (document.querySelector<HTMLDetailsElement>('.menu')!.open) faults.push('the contents stay open');
      }
      return faults;
    }, lives);
  },
};

const language: Check = {
  name: 'language',
  readings: OTHERWISE,
  async run(visit) {
    const { window, locale } = visit;
    await arrive(visit);
    const id = await middle(visit);
    await arrive(visit, `#${id}`);
    await window.evaluate((rest) => kit.pause(rest), REST);
    await follow(visit, () => void setTimeout(() => document.querySelector<HTMLElement>('[data-language]')!.click()));
    const now = await window.evaluate(() => document.documentElement.lang.slice(0, 2));
    return [...(now === locale ? ['the language stays'] : []), ...(visit.lives ? await lostFrom(visit, id, 'in the other language') : [])];
  },
};

const source: Check = {
  name: 'source cards',
  readings: ONCE,
  async run(visit) {
    const { window, lives } = visit;
    await arrive(visit);
    if (!lives) return window.evaluate(() => kit.shown('a[data-note]').filter((link) => !/\/data\/#/.test((link as HTMLAnchorElement).href)).map((link) => `${link.textContent} leads nowhere`));
    const opened = await window.evaluate(async () => {
      kit.shown('a[data-note]')[0]!.click();
      await kit.pause(300);
      const dialog = document.querySelector<HTMLDialogElement>('dialog.source')!;
      const { top, bottom, left, right } = dialog.getBoundingClientRect();
      return [
        ...(dialog.open && dialog.innerText.trim().length > 10 ? [] : ['the card does not open']),
        ...(top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth ? [] : ['the card leaves the screen']),
        ...(document.activeElement === dialog.querySelector('h2') ? [] : ['the focus is not on its title']),
      ];
    });
    await window.press('Escape');
    const closed = await window.evaluate(async () => {
      await kit.frames();
      return [
        ...(document.querySelector<HTMLDialogElement>('dialog.source')!.open ? ['Escape does not close the card'] : []),
        ...(document.activeElement!.matches('a[data-note]') ? [] : ['the focus does not go back to the number']),
      ];
    });
    return [...opened, ...closed];
  },
};

const months: Check = {
  name: 'months',
  readings: OTHERWISE,
  async run(visit) {
    const { window, lives } = visit;
    await arrive(visit);
    return window.evaluate(async (alive) => {
      const slider = document.querySelector<HTMLInputElement>('#months')!;
      if (!alive) return slider.getClientRects().length > 0 ? ['a dead slider is shown'] : [];
      location.hash = slider.closest('[data-step]')!.id;
      await kit.frames();
      const seen: string[] = [];
      for (const value of [slider.min, slider.max]) {
        slider.value = value;
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        await kit.frames();
        seen.push(`${slider.closest('.widget')!.querySelector<HTMLElement>('.out')!.innerText} ${kit.shown('.canvas-holder')[0]!.innerText}`);
      }
      return seen[0] === seen[1] ? ['the sentence and the drawing do not follow the slider'] : [];
    }, lives);
  },
};

const guess: Check = {
  name: 'guess',
  readings: ONCE,
  async run(visit) {
    const { window, lives } = visit;
    await arrive(visit);
    return window.evaluate(async (alive) => {
      const field = document.querySelector<HTMLInputElement>('#guess-field')!;
      if (!alive) return field.getClientRects().length > 0 ? ['a dead field is shown'] : [];
      location.hash = field.closest('[data-step]')!.id;
      await kit.frames();
      const type = async (text: string): Promise<void> => {
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        await kit.frames();
      };
      const faults: string[] = [];
      await type('99999999999');
      if (field.getAttribute('aria-invalid') !== 'true') faults.push('too large a guess is taken');
      await type('1234');
      const link = field.parentElement!.querySelector('a')!;
      link.click();
      await kit.frames();
      if (kit.steps()[kit.current()] !== link.hash.slice(1)) faults.push(`the answer is at ${link.hash}, the page at ${kit.steps()[kit.current()]}`);
      if (!/1,?234/.test(document.querySelector('#guess-fault')!.textContent)) faults.push('the verdict does not say the guess');
      if (!/1,234/.test(kit.shown('.canvas-holder')[0]!.textContent)) faults.push('the guess is not drawn');
      return faults;
    }, lives);
  },
};

const numbers: Check = {
  name: 'tables',
  readings: OTHERWISE,
  async run(visit) {
    const { window } = visit;
    await arrive(visit);
    return window.evaluate(async () => {
      const faults: string[] = [];
      for (const id of kit.steps()) {
        const table = document.getElementById(id)!.querySelector<HTMLDetailsElement>('.numbers');
        if (!table) continue;
        location.hash = '';
        location.hash = id;
        await kit.frames();
        const before = kit.current();
        table.querySelector('summary')!.click();
        await kit.frames();
        if (kit.current() !== before) faults.push(`${id}: its table, opened, leads to ${kit.steps()[kit.current()]}`);
        const over = document.documentElement.scrollWidth - innerWidth;
        if (over > 0) faults.push(`${id}: its table makes the page ${over} px too wide`);
        table.open = false;
        await kit.frames();
      }
      return faults;
    });
  },
};

const modes: Check = {
  name: 'modes',
  readings: ONCE,
  async run(visit) {
    const { window, lives } = visit;
    await arrive(visit);
    if (!lives) return []; // that none is shown, the first check sees
    const id = await middle(visit);
    await arrive(visit, `#${id}`);
    const faults: string[] = [];
    for (const [control, mode] of [['motion', 'still'], ['motion', 'scroll'], ['flat', 'flat'], ['flat', 'scroll']] as const) {
      const is = await window.evaluate(async (which) => {
        document.querySelector<HTMLElement>(`.menu [data-control="${which}"]`)!.click();
        await kit.frames();
        await kit.pause(300);
        return document.documentElement.dataset['mode'];
      }, control);
      if (is !== mode) faults.push(`the mode is ${is}, expected ${mode}`);
      faults.push(...(await lostFrom(visit, id, `in mode ${mode}`)));
    }
    return faults;
  },
};

const rotation: Check = {
  name: 'rotation at every step and back',
  readings: ONCE,
  async run(visit) {
    const { window, device } = visit;
    await arrive(visit);
    const [width, height] = SCREENS[device];
    const faults: string[] = [];
    if (!visit.lives) return []; // a flat page is the browser's own to keep in place
    for (const id of await window.evaluate(() => kit.steps())) {
      await window.evaluate((to) => void (location.hash = to), id);
      await window.evaluate(() => kit.settle());
      for (const [side, w, h] of [['turned', height, width], ['turned back', width, height]] as const) {
        await window.resize(w, h);
        await window.evaluate(() => kit.pause(80));
        await window.evaluate(() => kit.settle());
        faults.push(...(await lostFrom(visit, id, side)));
      }
    }
    return faults;
  },
};

const reload: Check = {
  name: 'reload',
  readings: OTHERWISE,
  async run(visit) {
    const { window, lives } = visit;
    await arrive(visit);
    const ids = await window.evaluate(() => kit.steps());
    if (!lives) return []; // a flat page is the browser's own to keep in place
    const faults: string[] = [];
    for (const index of [2, Math.floor(ids.length / 2), ids.length - 2]) {
      await arrive(visit, `#${ids[index]}`);
      await window.evaluate(async (rest) => {
        await kit.scrollTo(scrollY + 40);
        await kit.pause(rest);
      }, REST);
      const before = await window.evaluate(() => ({ step: kit.current(), hash: location.hash }));
      await window.evaluate(() => {
        document.title = 'before the reload';
        setTimeout(() => location.reload());
      });
      await standing(window, () => document.title !== 'before the reload');
      await window.evaluate((rest) => kit.pause(rest), REST);
      const after = await window.evaluate(() => ({ step: kit.current(), hash: location.hash }));
      // WebKit takes a second look for the anchor: the step is the same, the share of the way to the next is not.
      if (after.step !== before.step || after.hash !== before.hash) faults.push(`${ids[index]}: before ${JSON.stringify(before)}, after ${JSON.stringify(after)}`);
    }
    return faults;
  },
};

const back: Check = {
  name: 'history back',
  readings: ONCE,
  async run(visit) {
    const { window, device, lives } = visit;
    await arrive(visit);
    const ids = await window.evaluate(() => kit.steps());
    const [width, height] = SCREENS[device];
    const faults: string[] = [];
    for (const index of [2, Math.floor(ids.length / 2), ids.length - 2]) {
      const id = ids[index]!;
      for (const turned of lives ? [false, true] : [false]) {
        await arrive(visit, `#${id}`);
        await window.evaluate((rest) => kit.pause(rest), REST);
        await follow(visit, () => void setTimeout(() => (location.href = document.documentElement.lang === 'en' ? '/en/data/' : '/data/')));
        if (turned) await window.resize(height, width);
        await follow(visit, () => void setTimeout(() => history.back()));
        await window.evaluate((rest) => kit.pause(rest), REST);
        await window.evaluate(() => kit.settle());
        faults.push(...(await lostFrom(visit, id, turned ? 'come back to, and turned meanwhile' : 'come back to')));
      }
    }
    return faults;
  },
};

const print: Check = {
  name: 'print',
  readings: OTHERWISE,
  async run(visit) {
    const { window } = visit;
    await arrive(visit);
    const titles = await window.evaluate(() => Array.from(document.querySelectorAll('[data-step] h1, [data-step] h3')).map((title) => title.textContent.trim()));
    const tables = await window.evaluate(() => Array.from(document.querySelectorAll('.numbers caption')).map((caption) => caption.textContent.trim()));
    const pdf = await window.print();
    if (pdf === undefined) return printedFaults(visit);
    const { stdout } = spawnSync(ensureProgram(['pdftotext'], ['poppler-utils'], 'pdftotext'), ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' });
    // The face of a system has one glyph for the character 长 and the radical of that shape, and the PDF names the radical.
    const bare = (text: string): string => text.normalize('NFKC').replaceAll('⻓', '长').replaceAll(/\s+|-\n/g, '');
    const printed = bare(stdout);
    return [...titles, ...tables].filter((text) => !printed.includes(bare(text))).map((text) => `“${text}” is not printed`);
  },
};

/** What the page shows when its rules for print hold and those for the screen do not: for an engine whose protocol prints nothing. */
const printedFaults = ({ window }: Visit): Promise<string[]> =>
  window.evaluate(() => {
    for (const sheet of Array.from(document.styleSheets)) {
      for (const rule of Array.from(sheet.cssRules)) {
        if (!(rule instanceof CSSMediaRule)) continue;
        if (rule.media.mediaText.includes('print')) rule.media.mediaText = 'all';
        else if (rule.media.mediaText.includes('screen')) rule.media.mediaText = 'not all';
      }
    }
    const steps = kit.steps().length;
    const stills = kit.shown('.still > svg').length;
    return [
      ...(stills < steps - 1 ? [`${stills} stills are printed of ${steps}`] : []),
      ...kit.shown('.stage, .progress, dialog').map((each) => `${each.className} is printed`),
    ];
  });

const fall: Check = {
  name: 'a fault in mid-scroll',
  readings: OTHERWISE,
  async run(visit) {
    const { window, lives } = visit;
    await arrive(visit);
    if (!lives) return [];
    const id = await middle(visit);
    await arrive(visit, `#${id}`);
    const { falls, js, step } = await window.evaluate(async () => {
      SVGElement.prototype.setAttribute = () => {
        throw new Error('thrown on purpose');
      };
      let falls = 0;
      addEventListener('fall', () => (falls += 1));
      const top = scrollY;
      for (let by = 10; 'js' in document.documentElement.dataset && by < 400; by += 10) await kit.scrollTo(top + by);
      // What Svelte still had in hand may fail once more, a little later.
      await kit.pause(300);
      return { falls, js: 'js' in document.documentElement.dataset, step: kit.steps()[kit.current()]! };
    });
    const ids = await window.evaluate(() => kit.steps());
    const reported = await window.evaluate(() => kit.noted());
    window.complaints();
    return [
      ...(js ? ['the page does not fall back to the flat reading'] : []),
      ...(Math.abs(ids.indexOf(step) - ids.indexOf(id)) > 1 ? [`the place ${id} becomes ${step}`] : []),
      ...(reported.some((text) => text.includes('thrown on purpose')) ? [] : ['the fault is not reported']),
      ...(falls === 1 ? [] : [`it falls back ${falls} times`]),
    ];
  },
};

/** What a reader does on the way. */
export const ACTS: readonly Check[] = [contents, language, source, months, guess, numbers, modes, rotation, reload, back, print, fall];
