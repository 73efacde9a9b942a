/**
 * Few rows in which every value of every factor meets every value of every other one: what two settings do to each other is seen, at a
 * fraction of the full grid.
 * @param factors at least two, each with at least one value
 * @returns rows with a value for each factor; the same ones for the same factors
 */
export function inPairs<T extends Readonly<Record<string, readonly unknown[]>>>(factors: T): { [K in keyof T]: T[K][number] }[] {
  const names = Object.keys(factors);
  const key = (a: number, i: number, b: number, j: number): string => `${a} ${i} ${b} ${j}`;
  const open = new Set(names.flatMap((x, a) => names.slice(a + 1).flatMap((y, more) => factors[x]!.flatMap((_, i) => factors[y]!.map((__, j) => key(a, i, a + 1 + more, j))))));
  const rows: number[][] = [];
  while (open.size > 0) {
    const [a, i, b, j] = [...open][0]!.split(' ').map(Number) as [number, number, number, number];
    const row: number[] = [];
    row[a] = i;
    row[b] = j;
    for (const [at, name] of names.entries()) {
      if (row[at] !== undefined) continue;
      // The value that meets the most others for the first time.
      const met = (value: number): number => row.filter((other, beside) => other !== undefined && open.has(beside < at ? key(beside, other, at, value) : key(at, value, beside, other))).length;
      row[at] = factors[name]!.map((_, value) => value).reduce((best, value) => (met(value) > met(best) ? value : best), 0);
    }
    for (const [x, p] of row.entries()) for (const [y, q] of row.entries()) if (x < y) open.delete(key(x, p, y, q));
    rows.push(row);
  }
  return rows.map((row) => Object.fromEntries(row.map((value, at) => [names[at]!, factors[names[at]!]![value]])) as { [K in keyof T]: T[K][number] });
}
