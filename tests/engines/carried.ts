import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { folderOf } from '../../src/languages.ts';
import { startArchive } from '../carried/archive.ts';
import { mirror } from '../carried/mirror.ts';
import { carriedNow, looksNow, LOOKS } from '../carried/whole.ts';
import { come, ONCE, type Check, type Visit } from './check.ts';

type Part = ReturnType<typeof carriedNow>;

/** What a page has lost on its way. */
function losses(name: string, there: Part, here: Part, looks: Record<string, string>): string[] {
  const lost = there.words.filter((words, i) => here.words[i] !== words);
  const undrawn = Object.keys(there.drawn).filter((step) => here.drawn[step] !== there.drawn[step]);
  const pale = Object.keys(LOOKS).filter((part) => looks[part] !== LOOKS[part as keyof typeof LOOKS]);
  return [
    ...(lost.length > 0 ? [`${name}: ${lost.length} texts are missing or out of order, the first is “${lost[0]!.slice(0, 40)}”`] : []),
    ...undrawn.map((step) => `${name}: the picture of ${step} draws ${here.drawn[step]} marks, expected ${there.drawn[step]}`),
    ...pale.map((part) => `${name}: ${part} is ${looks[part]}, expected ${LOOKS[part as keyof typeof LOOKS]}`),
  ];
}

/** Reads a carried page flat, and forgets what a file or a stranger's host makes a browser complain of. */
async function readAt({ window }: Visit, name: string, page: string, there: Part): Promise<string[]> {
  await come(window, page, '', '&mode=flat');
  const faults = losses(name, there, await window.evaluate(carriedNow), await window.evaluate(looksNow));
  await window.evaluate(() => void kit.noted());
  window.complaints();
  return faults;
}

/** A copy that wget made, opened from disk, and a web archive's replay: whole, styled, drawn. */
export const CARRIED: Check = {
  name: 'carried pages',
  readings: ONCE,
  async run(visit) {
    const { window, page, locale } = visit;
    const path = `${folderOf(locale).slice(1)}${folderOf(locale) && '/'}`;
    const site = page.slice(0, page.length - path.length);
    await come(window, page, '', '&mode=flat');
    const there = await window.evaluate(carriedNow);
    const host = await window.evaluate(() => document.querySelector<HTMLLinkElement>('link[hreflang="x-default"]')!.href);
    const folder = mkdtempSync(join(tmpdir(), 'mirror-'));
    try {
      await mirror(site, folder);
      const faults = await readAt(visit, 'a mirror from disk', pathToFileURL(join(folder, path, 'index.html')).href, there);
      for (const policy of ['kept', 'taken off'] as const) {
        const archive = await startArchive(site, host, policy);
        faults.push(...(await readAt(visit, `an archive, the policy ${policy}`, `${archive.page}${path}`, there).finally(archive.close)));
      }
      return faults;
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};
