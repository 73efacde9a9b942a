import { expect, test } from 'vitest';
import { modifiedOf, todayInBeijing } from '../../src/data/dates.ts';

test('the day of a state is the latest of publication, corrections and withdrawals; of a draft without either, that of the first version', () => {
  const draft = { published: null, corrections: [], withdrawals: [], package: { created: '2026-11-24T00:00:00Z' } } as unknown as Parameters<typeof modifiedOf>[0];
  const day = (date: string) => ({ date }) as never;
  expect(modifiedOf(draft)).toBe('2026-11-24');
  expect(modifiedOf({ ...draft, published: '2026-12-01' })).toBe('2026-12-01');
  expect(modifiedOf({ ...draft, published: '2026-12-01', corrections: [day('2027-02-01'), day('2026-12-03')] })).toBe('2027-02-01');
  expect(modifiedOf({ ...draft, published: '2026-12-01', corrections: [day('2027-02-01')], withdrawals: [day('2027-03-01')] })).toBe('2027-03-01');
});

test('today is the day that it is in Beijing', () => {
  expect(todayInBeijing(new Date('2026-10-03T15:59:00Z'))).toBe('2026-10-03');
  expect(todayInBeijing(new Date('2026-10-03T16:00:00Z'))).toBe('2026-10-04');
});
