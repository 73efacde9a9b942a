import { inkOf, shared, type Setting } from '../../src/flat/measure.ts';
import { FRAMES, type Box, type FrameName } from '../../src/scenes/frames.ts';
import type { DrawnLabel, DrawnMark } from './drawn.ts';

/** Words may share or pass an edge by as much as this, in canvas units: a pixel at the size that the canvas is designed for. */
const SLACK = 1;
/** By how much a box leaves another one. */
const outside = (inner: Box, outer: Box): number =>
  Math.max(outer.x - inner.x, outer.y - inner.y, inner.x + inner.width - outer.x - outer.width, inner.y + inner.height - outer.y - outer.height);

/** Words that mean to stand on a mark: a number on its bar, and a name with a halo on a line. */
const mayStandOn = ({ look }: DrawnLabel, mark: DrawnMark): boolean => (/\bon-bar\b/.test(look) && /\bbar\b/.test(mark.look)) || (/\bhalo\b/.test(look) && mark.isLine);

/** A number that a line's end tears from its unit, or in two: the next line of the same words stands close below and begins at the same place. */
const isTorn = (a: DrawnLabel, b: DrawnLabel): boolean =>
  /\d[.,]?$/.test(a.text) && a.x === b.x && a.size === b.size && a.look === b.look && b.y > a.y && b.y - a.y < a.size * 1.5 && /^[\d%‰°\p{L}]/u.test(b.text);

/** Where a scene's words may stand: those of the map on its canvas, all others between the edges of their panel. */
function roomOf(scene: string, { width, height, panel }: (typeof FRAMES)[FrameName]): Box {
  return scene === 'map' ? { x: 0, y: 0, width, height } : { x: panel.x, y: 0, width: panel.width, height };
}

/** One fault of a picture's words. */
export interface Fault {
  what: string;
  by: number;
}

/** What is wrong with the words of a picture: on each other, on a mark, past their panel, torn; and by how much, in canvas units. */
export function faultsOf(labels: readonly DrawnLabel[], marks: readonly DrawnMark[], frame: (typeof FRAMES)[FrameName], setting: Setting): Fault[] {
  const faults: Fault[] = [];
  const note = (by: number, what: string): void => {
    if (by > SLACK) faults.push({ what, by });
  };
  const words = labels.map((label) => ({ label, box: inkOf(label, setting) }));
  for (const [i, { label, box }] of words.entries()) {
    note(outside(box, roomOf(label.scene, frame)), `“${label.text}” leaves its ${label.scene === 'map' ? 'canvas' : 'panel'}`);
    const next = words[i + 1];
    if (next && isTorn(label, next.label)) note(Infinity, `“${label.text}” and “${next.label.text}” tear a number`);
    for (const other of words.slice(i + 1)) note(shared(box, other.box), `“${label.text}” and “${other.label.text}” collide`);
    for (const mark of marks) {
      if (!mayStandOn(label, mark)) note(Math.max(...mark.boxes.map((each) => shared(box, each))), `“${label.text}” stands on the mark “${mark.look}”`);
    }
  }
  return faults;
}
