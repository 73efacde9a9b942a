import { readdirSync } from 'node:fs';
import { WALK_BUILD } from '../../scripts/builds.ts';
import { ONCE, type Check, type Visit } from './check.ts';

/** Shares of a film at which a picture is looked at. */
export const SHARES = [0, 0.25, 0.5, 0.75, 1];

/** What is seen of a picture: of each mark what its engine paints it with; an empty text where it is hidden. */
export interface Seen {
  /** without its animations */
  base: string[];
  /** before it is tapped: the invitation's marks, then whether any other mark is otherwise than in the finished picture */
  waiting: boolean;
  invited: boolean;
  /** at each share of the film, after a tap */
  frames: string[][];
}

/** In the page of a picture that stands alone: what is seen of it, before and after a tap. */
export async function played(shares: readonly number[]): Promise<Seen> {
  const root = document.documentElement as unknown as SVGSVGElement;
  const rested = (): Promise<void> => new Promise((done) => { setTimeout(done, 60); });
  const seen = (svg: SVGSVGElement): string[] =>
    Array.from(svg.querySelectorAll('path')).map((path) => {
      const { visibility, fill, stroke, strokeWidth, strokeDashoffset, opacity } = getComputedStyle(path);
      const round = (text: string): number => Math.round(parseFloat(text) * 10) / 10;
      return visibility === 'hidden' ? '' : [fill, stroke, stroke === 'none' ? '' : round(strokeWidth), stroke === 'none' ? '' : round(strokeDashoffset), opacity].join(' ');
    });
  const still = root.cloneNode(true) as SVGSVGElement;
  for (const move of Array.from(still.querySelectorAll('animate,set'))) move.remove();
  root.append(still);
  const base = seen(still);
  still.remove();
  root.pauseAnimations();
  root.setCurrentTime(1);
  await rested();
  const before = seen(root);
  // The last two marks are the invitation's.
  const waiting = before.slice(0, -2).some((mark, i) => mark !== base[i]);
  const invited = before.slice(-2).every((mark) => mark !== '');
  const length = Math.max(...Array.from(root.querySelectorAll('[dur]')).map((move) => parseFloat(move.getAttribute('dur')!)));
  // Engines of 2020, such as are still built into apps, know no at().
  const rects = root.querySelectorAll('rect');
  rects[rects.length - 1]!.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  const frames: string[][] = [];
  for (const share of shares) {
    root.setCurrentTime(1 + (share === 1 ? length + 0.02 : length * share + 0.001));
    await rested();
    frames.push(seen(root));
  }
  return { base, waiting, invited, frames };
}

/** What is wrong with what was seen of a picture. */
export function faultsOf({ base, invited, frames }: Seen): string[] {
  const last = frames.at(-1)!;
  const shown = (marks: readonly string[]): number => marks.filter((mark) => mark !== '').length;
  const other = base.findIndex((mark, i) => mark !== last[i]);
  return [
    ...(invited ? [] : ['nothing invites to tap it']),
    ...(shown(base) === 0 ? ['without animations it is empty'] : []),
    ...(other < 0 ? [] : [`once played, its mark ${other} is “${last[other]}”, without animations “${base[other]}”`]),
    ...frames.flatMap((marks, i) => (i > 0 && shown(marks) === 0 ? [`nothing is seen of it at ${SHARES[i]! * 100} %`] : [])),
    ...(frames[0]!.join() === base.join() ? ['a tap does not begin it'] : []),
    ...(frames[1]!.join() === frames[2]!.join() && frames[2]!.join() === frames[3]!.join() ? ['nothing moves in it'] : []),
  ];
}

async function run({ window, page, locale }: Visit): Promise<string[]> {
  const names = readdirSync(`${WALK_BUILD.folder}/kit/${locale}`).filter((name) => name.endsWith('.svg'));
  const site = new URL('/', page).href;
  const faults: string[] = [];
  for (const name of names) {
    await window.open(`${site}kit/${locale}/${name}`);
    faults.push(...faultsOf(await window.evaluate(played, SHARES)).map((fault) => `${name}: ${fault}`));
  }
  return names.length > 0 ? faults : ['there is no moving picture'];
}

/** The pictures for articles without scripts: each is played by a tap, and ends as it is without animations. */
export const MOVING: Check = { name: 'moving pictures', readings: ONCE, run };
