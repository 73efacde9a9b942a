/** What a key, a button or a swipe asks for. */
export type Action = 'forward' | 'back' | 'first' | 'last' | 'blank' | 'full' | 'notes' | 'help' | 'light' | 'size';

/** A clicker sends PageDown, PageUp, sometimes arrows, and `b` or `.` for a blank screen. */
const KEYS: Readonly<Record<string, Action>> = {
  PageDown: 'forward',
  ArrowRight: 'forward',
  ArrowDown: 'forward',
  ' ': 'forward',
  PageUp: 'back',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  Home: 'first',
  End: 'last',
};
const LETTERS: Readonly<Record<string, Action>> = {
  b: 'blank',
  '.': 'blank',
  f: 'full',
  n: 'notes',
  '?': 'help',
  '？': 'help',
  l: 'light',
  t: 'size',
};

/**
 * Where a key was pressed: a field and a slider keep their keys but for a clicker's; a button keeps those that press it. In an empty
 * field, as it is after Enter, arrows move no caret and turn slides.
 */
export type Focus = 'page' | 'button' | 'empty' | 'field' | 'slider';

/**
 * What a key asks for, or nothing.
 * @param letters whether keys of a single letter are on
 */
export function actionOf(key: string, focus: Focus, letters: boolean): Action | undefined {
  if (focus === 'empty') return key.startsWith('Arrow') || key.startsWith('Page') ? KEYS[key] : undefined;
  if (focus === 'field' || focus === 'slider') return key.startsWith('Page') ? KEYS[key] : undefined;
  if (focus === 'button' && key === ' ') return undefined;
  return KEYS[key] ?? (letters ? LETTERS[key.toLowerCase()] : undefined);
}
