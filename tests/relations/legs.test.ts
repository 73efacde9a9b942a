import { expect, test } from 'vitest';
import { legFaults } from '../../src/pictures/legs.ts';

test('no leg of a line runs through words, at any step, on any canvas, in either language', () => expect(legFaults()).toEqual([]));
