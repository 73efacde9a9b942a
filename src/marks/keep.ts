const same = <T extends object>(a: T, b: T): boolean => {
  for (const field in b) if (a[field] !== b[field]) return false;
  for (const field in a) if (!(field in b)) return false;
  return true;
};

/**
 * Makes a function that gives back what has not changed as the very objects, and the very list, that it was: Svelte
 * then sees at a glance that nothing hangs on it. On most frames a line moves and all else stands still.
 */
export function keeper<T extends object>(): (items: readonly T[]) => readonly T[] {
  let kept: readonly T[] = [];
  return (items) => {
    let changed = items.length !== kept.length;
    const list = items.map((item, i) => {
      const before = kept[i];
      if (before !== undefined && same(before, item)) return before;
      changed = true;
      return item;
    });
    if (changed) kept = list;
    return kept;
  };
}

/** The same for a single thing. */
export function keeperOfOne<T extends object>(): (item: T) => T {
  const keep = keeper<T>();
  return (item) => keep([item])[0]!;
}
