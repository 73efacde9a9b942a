import { FORMS, type Form } from '../data/format.ts';
import type { Inline, Position } from './inline.ts';

/** A binding as it stands in the copy, from its brace to its brace. */
export const BINDING = /\{[^{}\n]*\}/g;

/** A mark of a claim: nothing that is read, but what stands or falls with it. */
export type Mark = { type: 'guard' | 'if'; id: string; at: Position } | { type: 'else' | 'end'; at: Position };

const GUARD = /^\?([a-z][a-z0-9-]*)$/;
const IF = /^if ([a-z][a-z0-9-]*)$/;

/** The mark of a claim that a binding is, or nothing. */
function readMark(inner: string, at: Position): Mark | undefined {
  if (inner === 'else' || inner === 'end') return { type: inner, at };
  const [guarded, chosen] = [GUARD.exec(inner)?.[1], IF.exec(inner)?.[1]];
  if (guarded !== undefined) return { type: 'guard', id: guarded, at };
  return chosen === undefined ? undefined : { type: 'if', id: chosen, at };
}

export const isMark = (node: Inline | Mark): node is Mark =>
  node.type === 'guard' || node.type === 'if' || node.type === 'else' || node.type === 'end';

const REFERENCE = /^(@?)([a-z][a-z0-9-]*)(?::([a-z-]*))?$/;
/** The title of the piece, which stands in the settings alone. */
const TITLE = 'title';
const isForm = (form: string): form is Form => (FORMS as readonly string[]).includes(form);

/**
 * Reads one binding.
 * @param source with its braces, such as `{qh-trips-north:word}`, `{@sanya}`, `{title}`, `{!2019年}`, `{?claim-id}`, `{if claim-id}`, `{else}`, `{end}`
 * @returns the inline it stands for, or a sentence that says what was expected
 */
export function readBinding(source: string, at: Position): Inline | Mark | string {
  const inner = source.slice(1, -1);
  const claim = readMark(inner, at);
  if (claim) return claim;
  if (inner.startsWith('!')) {
    return inner.length > 1 ? { type: 'literal', value: inner.slice(1) } : '{!} marks nothing: write the exception after the mark, such as {!2019年}';
  }
  if (inner === TITLE) return { type: 'title' };
  const [, mark, id, form] = REFERENCE.exec(inner) ?? [];
  if (id === undefined)
    return `${source} is no binding: expected {fact-id}, {fact-id:form}, {calc-id}, {@place-id}, {title}, {!exception}, {?claim-id} or {if claim-id}…{else}…{end}`;
  if (mark === '@') return form === undefined ? { type: 'place', id, at } : `${source}: a place has no form, write {@${id}}`;
  const chosen = form ?? 'full';
  if (!isForm(chosen)) return `${source}: no form "${chosen}", expected one of ${FORMS.join(', ')}`;
  return { type: id.startsWith('calc-') ? 'calc' : 'fact', id, form: chosen, at };
}
