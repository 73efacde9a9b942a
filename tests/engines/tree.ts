import { readFileSync } from 'node:fs';
import { ensureBrowser } from '../../scripts/browser.ts';
import type { BrowserWindow, Heard } from '../../scripts/engines/browser-window.ts';
import { openBus } from '../../scripts/engines/bus.ts';
import { openChromium } from '../../scripts/engines/chromium.ts';
import { arrive, ONCE, type Check, type Visit } from './check.ts';
import { called, names, parted, spoken, wordsOfTranscript } from './heard.ts';

const KEPT = 'tests/access/transcripts';

/** The page of the story as it is handed to a screen reader, with all that folds open. */
async function heardIn(window: BrowserWindow, visit: Visit): Promise<Heard> {
  await arrive({ ...visit, window });
  await window.evaluate(async () => {
    for (const each of Array.from(document.querySelectorAll('details'))) each.open = true;
    await kit.pause(300);
  });
  return window.heard();
}

async function heardInChromium(visit: Visit): Promise<Heard> {
  const window = await openChromium(ensureBrowser());
  return heardIn(window, visit).finally(() => window.close());
}

async function heardOnBus(visit: Visit): Promise<Heard> {
  const bus = await openBus();
  try {
    const window = await visit.another({ bus });
    return await heardIn(window, visit).finally(() => window.close());
  } finally {
    await bus.stop();
  }
}

const formOf = (page: Heard): string => spoken(page).map(({ role, words }) => `${role} ${words}\n`).join('');

/** What engines hand to a screen reader: Chromium and Firefox the same parts and words, in the same order, as the transcript that is kept; WebKit every name. */
export const TREE: Check = {
  name: 'what a screen reader is handed',
  readings: ONCE,
  of: ['Chromium', 'Firefox', 'WebKit'],
  async run(visit) {
    const { engine, locale } = visit;
    const inChromium = await heardInChromium(visit);
    if (engine === 'Chromium') {
      // The first line is the page's title, which the transcript leaves out.
      const apart = parted(spoken(inChromium).slice(1).map(({ words }) => words).join(''), wordsOfTranscript(readFileSync(`${KEPT}/${locale}.txt`, 'utf8')));
      return apart === undefined ? [] : [`it parts from the transcript: ${apart}`];
    }
    const heard = await heardOnBus(visit);
    if (engine === 'WebKit') {
      const has = called(heard);
      return names(inChromium).filter((name) => !has.has(name)).map((name) => `nothing is called “${name.slice(0, 60)}”`);
    }
    const apart = parted(formOf(inChromium), formOf(heard));
    return apart === undefined ? [] : [`Chromium's tree and its own part: ${apart}`];
  },
};
