/** What became of a check in an engine: no faults, these faults, why it was not run, or that it is not asked of this engine. */
export type Outcome = { readonly faults: readonly string[]; readonly seconds?: number } | { readonly notRun: string } | 'not asked';

/** Engine → check → outcome. */
export type Results = ReadonlyMap<string, ReadonlyMap<string, Outcome>>;

function cell(outcome: Outcome | undefined): string {
  if (outcome === 'not asked') return '·';
  if (outcome === undefined || 'notRun' in outcome) return 'not run';
  return outcome.faults.length > 0 ? 'FAULT' : 'pass';
}

/**
 * The matrix as text, checks down and engines across; below it each fault, and why a check was not run.
 * @returns also the totals, in which *not run* is no pass, and what is not asked (·) does not count
 */
export function printed(results: Results, checks: readonly string[]): { readonly text: string; readonly passed: number; readonly failed: number } {
  const engines = [...results.keys()];
  const wide = Math.max(...checks.map(({ length }) => length));
  const widths = engines.map(({ length }) => Math.max(7, length));
  const row = (head: string, cells: readonly string[]): string => [head.padEnd(wide), ...cells.map((text, i) => text.padEnd(widths[i]!))].join('  ').trimEnd();
  const cells = checks.map((check) => engines.map((engine) => cell(results.get(engine)!.get(check))));
  const notes = engines.flatMap((engine) => checks.flatMap((check) => {
    const outcome = results.get(engine)!.get(check);
    if (outcome === undefined || outcome === 'not asked') return [];
    return ('notRun' in outcome ? [`not run: ${outcome.notRun}`] : outcome.faults).map((note) => `${engine}, ${check}: ${note}`);
  }));
  const passed = cells.flat().filter((text) => text === 'pass').length;
  const asked = cells.flat().filter((text) => text !== '·').length;
  return { text: [row('', engines), ...checks.map((check, i) => row(check, cells[i]!)), ...(notes.length > 0 ? ['', ...notes] : [])].join('\n'), passed, failed: asked - passed };
}
