import { expect, test } from 'vitest';
import { closingLine, readTotals } from '../../scripts/totals.ts';

const vitestReport = { numTotalTests: 9, numPassedTests: 6, numFailedTests: 2, numPendingTests: 1, numTodoTests: 0 };
const playwrightReport = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }, suites: [] };

test('both runners’ reports are read, and a flaky test is no pass', () => {
  expect(readTotals(vitestReport, false)).toEqual({ passed: 6, failed: 2, skipped: 1 });
  expect(readTotals(playwrightReport, false)).toEqual({ passed: 5, failed: 2, skipped: 2 });
});

test('a runner that fails outside any test counts as failed, though its report names no failure', () => {
  expect(readTotals({ numPassedTests: 6, numFailedTests: 0 }, false)).toMatchObject({ passed: 6, failed: 1 });
  expect(readTotals(null, false)).toMatchObject({ passed: 0, failed: 1 });
});

test('a runner that found no test has not passed', () => {
  expect(readTotals({ numPassedTests: 0, numFailedTests: 0 }, true)).toMatchObject({ passed: 0, failed: 1 });
  expect(readTotals(null, true)).toMatchObject({ passed: 0, failed: 1 });
});

test('a part without tests of its own counts once', () => {
  expect(readTotals(undefined, true)).toEqual({ passed: 1, failed: 0, skipped: 0 });
  expect(readTotals(undefined, false)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('the last line sums all parts, and one failure makes the run bad', () => {
  const good = { passed: 7, failed: 0, skipped: 0 };
  expect(closingLine([good, good])).toEqual({ line: '14 passed, 0 failed', ok: true });
  expect(closingLine([good, { passed: 1, failed: 2, skipped: 3 }])).toEqual({ line: '8 passed, 2 failed, 3 skipped', ok: false });
});
