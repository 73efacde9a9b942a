import { FORMS, type Form } from '../data/format.ts';
import type { Inline, Position } from './inline.ts';

/** A binding as it stands in the copy, from its brace to its brace. */
export const BINDING = /\{[^{}\n]*\}/g;

const REFERENCE = /^(@?)([a-z][a-z0-9-]*)(?::([a-z-]*))?$/;
/** The title of the piece, which stands in the settings alone. */
const TITLE = 'title';
const isForm = (form: string): form is Form => (FORMS as readonly string[]).includes(form);

/**
 * Reads one binding.
 * @param source with its braces, such as `{qh-trips-north:word}`, `{@sanya}`, `{title}`, `{!2019年}`
 * @returns the inline it stands for, or a sentence that says what was expected
 */
export function readBinding(source: string, at: Position): Inline | string {
  const inner = source.slice(1, -1);
  if (inner.startsWith('!')) {
    return inner.length > 1 ? { type: 'literal', value: inner.slice(1) } : '{!} marks nothing: write the exception after the mark, such as {!2019年}';
  }
  if (inner === TITLE) return { type: 'title' };
  const [, mark, id, form] = REFERENCE.exec(inner) ?? [];
  if (id === undefined) return `${source} is no binding: expected {fact-id}, {fact-id:form}, {calc-id}, {@place-id}, {title} or {!exception}`;
  if (mark === '@') return form === undefined ? { type: 'place', id, at } : `${source}: a place has no form, write {@${id}}`;
  const chosen = form ?? 'full';
  if (!isForm(chosen)) return `${source}: no form "${chosen}", expected one of ${FORMS.join(', ')}`;
  return { type: id.startsWith('calc-') ? 'calc' : 'fact', id, form: chosen, at };
}
