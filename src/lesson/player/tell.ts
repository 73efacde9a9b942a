import type { PlanId } from '../content/types.ts';
import type { Place } from './film.ts';
import type { Action } from './keys.ts';

/** What the two windows tell each other. Times are milliseconds since 1970. */
export type Message =
  /** the notes ask where the lesson stands */
  | { kind: 'hello' }
  /** the notes pass on a key */
  | { kind: 'do'; action: Action }
  /** the notes start the clock again */
  | { kind: 'restart' }
  /** the slides say where the lesson stands, whether more of the slide's words come first, and since when it runs */
  | { kind: 'place'; plan: PlanId; place: Place; more: boolean; blank: boolean; since: number | null };

const MARK = 'story-slides';
/** A page that was opened as a file has no origin: nothing to send to, and nothing to compare. */
const isFile = (): boolean => self.origin === 'null';

/** Sends a message to another window of this page. */
export const tell = (other: Window, message: Message): void => other.postMessage({ mark: MARK, ...message }, isFile() ? '*' : self.origin);

/** Hears what other windows of this page say. */
export function listen(heard: (message: Message, from: Window) => void): void {
  addEventListener('message', ({ data, origin, source }: MessageEvent<unknown>) => {
    const ours = typeof data === 'object' && data !== null && 'mark' in data && data.mark === MARK;
    if (ours && (isFile() || origin === self.origin) && source !== null) heard(data as unknown as Message, source as Window);
  });
}
