/** What an entry of the browser's history keeps of the reader: a position of the story (see `positionAt`), which every screen has. */
interface Kept {
  place?: unknown;
}

/** The position that an entry keeps; undefined where it keeps none, or something else. */
export function placeOf(state: unknown): number | undefined {
  const place = (state as Kept | null)?.place;
  return typeof place === 'number' ? place : undefined;
}

/** Safari refuses to change the address more than 100 times in 30 seconds: it is late then, and nothing else is lost. */
function quietly(change: () => void): void {
  try {
    change();
  } catch {
    // The reader's next rest notes it.
  }
}

/**
 * Notes an address, without a new entry.
 * @param state what the entry keeps
 */
export const note = (url: string, state: unknown = history.state): void => quietly(() => history.replaceState(state, '', url));

/** Begins a new entry of the history. */
export const enter = (hash: string): void => quietly(() => history.pushState(null, '', hash));
