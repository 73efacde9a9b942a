/** How many tests of one part passed, failed and were skipped. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/**
 * Reads the totals of one part.
 * @param report the JSON report of Vitest or Playwright; `null` if it is missing; `undefined` if the part has none and counts as one check
 * @param ended whether the part ended with exit code 0
 * @returns at least one failed test if the part failed, whatever the report says, and if it ran no test at all
 */
export function readTotals(report: unknown, ended: boolean): Totals {
  const counted = report === undefined ? { passed: ended ? 1 : 0, failed: 0, skipped: 0 } : countTests(report);
  const suspicious = !ended || counted.passed === 0;
  return { ...counted, failed: suspicious ? Math.max(1, counted.failed) : counted.failed };
}

function countTests(report: unknown): Totals {
  const { stats, ...vitest } = (report ?? {}) as Record<string, unknown>;
  const source = (stats ?? vitest) as Record<string, unknown>;
  const sum = (...names: string[]) => names.reduce((total, name) => total + (Number(source[name]) || 0), 0);
  return stats === undefined
    ? { passed: sum('numPassedTests'), failed: sum('numFailedTests'), skipped: sum('numPendingTests', 'numTodoTests') }
    : { passed: sum('expected'), failed: sum('unexpected', 'flaky'), skipped: sum('skipped') };
}

/** The last line of a test run, and whether the run is good. */
export function closingLine(results: readonly Totals[]): { line: string; ok: boolean } {
  const sum = (key: keyof Totals) => results.reduce((total, result) => total + result[key], 0);
  const skipped = sum('skipped');
  return { line: `${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`, ok: sum('failed') === 0 };
}
