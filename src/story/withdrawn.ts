import { tables } from '../data/tables.ts';
import type { Withdrawal } from '../data/types.ts';
import { readScore, readWhole } from './score.ts';

/** A step or an embed that is withdrawn: the row that says so, and every id under which it had an address. */
export interface Gone {
  row: Withdrawal;
  id: string;
  ids: readonly string[];
  /** the chapter in which a step stood; of an embed "" */
  chapter: string;
}

const rowOf = (kind: Withdrawal['kind'], id: string): Withdrawal | undefined =>
  tables().withdrawals.find((row) => row.kind === kind && row.of === id);

/** The steps that are withdrawn, in reading order. */
export const goneSteps = (): Gone[] =>
  readWhole().chapters.flatMap(({ id: chapter, steps }) =>
    steps.flatMap(({ id, aliases = [] }) => {
      const row = rowOf('step', id);
      return row ? [{ row, id, ids: [id, ...aliases], chapter }] : [];
    }),
  );

/** The embeds that are withdrawn, or have no step that is not. */
export function goneEmbeds(): Gone[] {
  const kept = new Set(readScore().embeds.map(({ id }) => id));
  return readWhole()
    .embeds.filter(({ id }) => !kept.has(id))
    .map(({ id, aliases = [], steps }) => ({ row: rowOf('embed', id) ?? rowOf('step', steps[0]!)!, id, ids: [id, ...aliases], chapter: '' }));
}

/** Addresses of pictures that are none any more: of a withdrawn step, or in the folder of a withdrawn embed. */
export function gonePictures(): { home: string; step: string; row: Withdrawal }[] {
  const embeds = new Map(goneEmbeds().map(({ id, row }) => [id, row]));
  return readWhole().chapters.flatMap(({ steps }) =>
    steps.flatMap(({ id: step }) => {
      const home = readWhole().embeds.find((embed) => embed.steps === 'all' || embed.steps.includes(step))!.id;
      const row = rowOf('step', step) ?? embeds.get(home);
      return row ? [{ home, step, row }] : [];
    }),
  );
}
