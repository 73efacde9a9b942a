/**
 * The reader's position in the story.
 * @param anchors page offsets (px, ascending) at which each step is exactly reached
 * @param offset the page's scroll offset, px
 * @returns 0 = first step; 2.5 = halfway between the third and the fourth; 0 when there are no anchors
 */
export function positionAt(anchors: readonly number[], offset: number): number {
  const last = anchors.length - 1;
  if (last < 0 || offset <= anchors[0]!) return 0;
  if (offset >= anchors[last]!) return last;
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (anchors[middle]! <= offset) low = middle;
    else high = middle;
  }
  const span = anchors[high]! - anchors[low]!;
  return span > 0 ? low + (offset - anchors[low]!) / span : high;
}

/**
 * The way back: the page offset of a position.
 * @param position from `positionAt`; clamped to the story
 */
export function offsetAt(anchors: readonly number[], position: number): number {
  const place = Math.min(anchors.length - 1, Math.max(0, position));
  const [from, to] = [anchors[Math.floor(place)] ?? 0, anchors[Math.ceil(place)] ?? 0];
  return from + (to - from) * (place - Math.floor(place));
}

/**
 * Anchors from the steps' boxes.
 * @param boxes each step's text box in page coordinates, px
 * @param line where a step's text rests when it is reached, px below the top of the screen: its top does, or with `top` its middle
 * @param top with `top`, a text too tall to be centred rests with its head this far below the top of the screen, px
 */
export function anchorsOf(boxes: readonly { top: number; height: number }[], line: number, top?: number): number[] {
  let previous = -Infinity;
  return boxes.map((box) => {
    const head = top === undefined ? line : Math.max(top, line - box.height / 2);
    const anchor = Math.max(0, previous + 1, box.top - head);
    previous = anchor;
    return anchor;
  });
}

/** A part of the page, px from its top, that takes no part in the story's way: a table that the reader has opened. */
export interface Stretch {
  top: number;
  height: number;
}

/** Where a line of the page would be without the stretches above it, px. Inside a stretch it stands still. */
export const withoutStretches = (stretches: readonly Stretch[], line: number): number =>
  stretches.reduce((place, { top, height }) => place - Math.min(height, Math.max(0, line - top)), line);

/**
 * The way back: where a line is on the page as it is.
 * @param stretches from the top of the page to its end
 */
export const withStretches = (stretches: readonly Stretch[], line: number): number =>
  stretches.reduce((place, { top, height }) => (place > top ? place + height : place), line);
