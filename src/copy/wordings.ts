import { saidOf, type Claim } from '../data/claims.ts';
import { isMark, type Mark } from './binding.ts';
import type { Inline, Position } from './inline.ts';

type Say = (at: Position, message: string) => void;

/** Where the two wordings of a claim end, from its `{if …}` on; nothing if they do not stand in the same run of text. */
function wordingsFrom(nodes: readonly (Inline | Mark)[], from: number): { between: number; end: number } | undefined {
  const after = (type: Mark['type'], start: number): number => nodes.findIndex((node, i) => i > start && node.type === type);
  const [between, end] = [after('else', from), after('end', from)];
  const next = after('if', from);
  return between < 0 || end < between || (next >= 0 && next < end) ? undefined : { between, end };
}

/**
 * Holds a run of text to its claims: `{?id}` says that the sentence is true only if the claim is; of `{if id}…{else}…{end}` the wording is
 * kept that is true.
 * @param say takes what is wrong, with its place: a claim that does not hold, one that nobody declares, a mark without its partner
 */
export function settle(nodes: readonly (Inline | Mark)[], claims: ReadonlyMap<string, Claim>, say: Say): Inline[] {
  const settled: Inline[] = [];
  const claimOf = ({ id, at }: Mark & { id: string }): Claim | undefined => {
    const claim = claims.get(id);
    if (claim === undefined) say(at, `"${id}" is unknown, expected a claim of src/content/claims.yaml`);
    return claim;
  };
  for (let i = 0; i < nodes.length; i += 1) {
    const node = nodes[i]!;
    if (!isMark(node)) {
      settled.push(node);
    } else if (node.type === 'guard') {
      const claim = claimOf(node);
      if (claim?.isTrue === false) say(node.at, `${saidOf(claim)}; write what is true, or both wordings: {if ${claim.id}}…{else}…{end}`);
    } else if (node.type === 'if') {
      const claim = claimOf(node);
      const found = wordingsFrom(nodes, i);
      if (found === undefined) {
        say(
          node.at,
          `{if ${node.id}} has no {else} and {end} after it in the same run of text, expected {if ${node.id}}…{else}…{end}, not across emphasis or a link`,
        );
        continue;
      }
      const [start, stop] = claim?.isTrue === false ? [found.between + 1, found.end] : [i + 1, found.between];
      settled.push(...settle(nodes.slice(start, stop), claims, say));
      i = found.end;
    } else {
      say(node.at, `{${node.type}} has no {if claim-id} before it in the same run of text`);
    }
  }
  return settled;
}
