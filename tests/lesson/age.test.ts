import { expect, test } from 'vitest';
import { ageOf, sayAge } from '../../src/lesson/player/age.ts';

// By hand: midnight in Beijing is 16:00 of the day before in UTC.
test.each([
  ['2021-07-08', '2021-07-07T16:00:00Z', 0],
  ['2021-07-08', '2021-07-08T15:59:59Z', 0],
  ['2021-07-08', '2021-07-08T16:00:00Z', 1],
  ['2021-07-08', '2022-07-08T03:00:00Z', 365],
  // A clock that is behind does not make the file younger than new.
  ['2021-07-08', '2020-01-01T00:00:00Z', 0],
])('data of %s are at %s %d days old', (modified, now, days) => expect(ageOf(modified, new Date(now))).toBe(days));

test('the file that is handed on says its age; a page without such a line stays as it is', () => {
  const line = { dataset: { age: '2021-07-08', says: 'The data in this file are of 8 July 2021, ? days ago.' }, textContent: 'Data version 1.0.15, 8 July 2021.' };
  const page = (found: unknown): ParentNode => ({ querySelector: (selector: string) => (selector === '[data-age]' ? found : null) }) as unknown as ParentNode;
  sayAge(page(line), new Date('2021-07-18T04:00:00Z'));
  expect(line.textContent).toBe('The data in this file are of 8 July 2021, 10 days ago.');
  expect(() => sayAge(page(null), new Date())).not.toThrow();
});
