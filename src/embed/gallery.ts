import { fill } from '../data/fill.ts';
import type { Locale } from '../data/types.ts';
import { startLoader, type Engine } from './loader.ts';
import { sourcesAt } from './paths.ts';
import { articleAt, frameAddress, frameSnippet, loaderSnippet, pictureSnippet, type Choice, type Piece } from './snippets.ts';

/** What the code for one embed is made of, in one language. */
export interface Part {
  piece: Piece;
  /** the step whose picture stands for the whole */
  cover: string;
  /** of its pictures, px */
  width: number;
  /** what each step's picture shows, in words */
  alts: Readonly<Record<string, string>>;
  /** the part whose package each step's picture lies in */
  homes: Readonly<Record<string, string>>;
  credit: string;
}

/** What the gallery hands to its program. */
export interface GalleryPayload {
  /** path of the site, and its absolute address; both end with `/` */
  base: string;
  root: string;
  /** “Preview: %title%”, “%width% × %height%”, “Copied: %what%”, “%what% is selected” */
  words: { preview: string; measure: string; copied: string; byHand: string };
  parts: Record<string, Record<Locale, Part>>;
}

/** Below this width of the window a phone's card is shown first, px. */
const PHONE = 700;
/** A word of thanks goes after this time, ms. */
const TOAST = 4000;

/**
 * The code for an embed as an editor chose it.
 * @param root absolute address of the site, ends with `/`
 */
export function codesOf(
  { piece, cover, width, alts, homes, credit }: Part,
  choice: Choice,
  root: string,
): Record<'frame' | 'loader' | 'picture' | 'credit', string> {
  const step = choice.step || cover;
  const sources = sourcesAt(root, homes[step]!, step, piece.lang as Locale, choice.theme === 'dark' ? 'dark' : 'light');
  return {
    frame: frameSnippet(piece, choice),
    loader: loaderSnippet(piece, choice),
    picture: pictureSnippet({ ...sources, width, alt: alts[step]!, article: articleAt(piece.article, choice), credit }),
    credit,
  };
}

const all = <T extends Element>(selector: string, within: ParentNode = document): T[] => [...within.querySelectorAll<T>(selector)];
const one = <T extends Element>(selector: string, within: ParentNode = document): T => all<T>(selector, within)[0]!;

/** Copies a text; where the browser refuses, selects it for the reader's own hand. */
async function copy(target: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(target.textContent);
    return true;
  } catch {
    getSelection()?.selectAllChildren(target);
    return false;
  }
}

/** Every button that copies says what came of it, to the eye and to a screen reader. */
function startCopying({ copied, byHand }: GalleryPayload['words']): void {
  const toast = one<HTMLElement>('.toast');
  let gone = 0;
  for (const button of all<HTMLButtonElement>('[data-copy]')) {
    button.addEventListener('click', async () => {
      clearTimeout(gone);
      // Emptied first: the same words twice would be passed over.
      toast.textContent = '';
      const done = await copy(document.getElementById(button.dataset['copy']!)!);
      toast.textContent = fill(done ? copied : byHand, { what: button.dataset['what']! });
      gone = window.setTimeout(() => (toast.textContent = ''), TOAST);
    });
  }
}

/** On a narrow screen the settings fold away behind a button. */
function startFolding(): void {
  const toggle = one<HTMLButtonElement>('.settings-toggle');
  const fold = (open: boolean): void => toggle.setAttribute('aria-expanded', String(open));
  toggle.addEventListener('click', () => fold(toggle.getAttribute('aria-expanded') === 'false'));
  one<HTMLElement>('.settings').addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || toggle.getAttribute('aria-expanded') === 'false') return;
    fold(false);
    toggle.focus();
  });
}

/** Says the size of each card as it stands. */
function startMeasuring(measure: string): void {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const { clientWidth: width, clientHeight: height } = target;
      one('.measure', target.parentElement!).textContent = fill(measure, { width, height });
    }
  });
  for (const preview of all('.preview')) observer.observe(preview);
}

/** What the settings say for all embeds; a name that the page does not offer is empty. */
function readSettings(chosen: readonly HTMLInputElement[]): { lang: Locale; width: string; choice: Choice } {
  const value = (wanted: string): string => chosen.find(({ name }) => name === wanted)?.value ?? '';
  return {
    lang: value('lang') as Locale,
    width: value('width'),
    choice: { theme: value('theme') as Choice['theme'], map: value('map') as Choice['map'], strict: value('strict') !== '' },
  };
}

/** Writes one embed's section anew: its code, its address, and the place that the loader puts its card into. */
function write(
  section: HTMLElement,
  { parts, words, base, root }: GalleryPayload,
  { lang, width, choice: common }: ReturnType<typeof readSettings>,
): void {
  const part = parts[section.dataset['piece']!]![lang];
  const { piece } = part;
  const step = all<HTMLSelectElement>('[data-begins]', section)[0]?.value ?? '';
  const choice: Choice = { ...common, step };
  const codes = codesOf(part, choice, root);
  for (const code of all<HTMLElement>('[data-snippet]', section)) code.textContent = codes[code.dataset['snippet'] as keyof typeof codes];
  one('.sheet', section).className = `sheet w${width}`;
  const preview = one<HTMLElement>('.preview', section);
  preview.textContent = fill(words.preview, { title: piece.title });
  for (const name of Object.keys(preview.dataset)) delete preview.dataset[name];
  Object.assign(preview.dataset, {
    scrollStory: piece.id,
    lang,
    step,
    theme: choice.theme,
    map: choice.map,
    heights: piece.heights.join(' '),
    ...(choice.strict ? { strict: '' } : {}),
  });
  const alone = one<HTMLAnchorElement>('[data-alone]', section);
  alone.href = frameAddress(base + piece.frame.slice(root.length), choice);
  alone.textContent = frameAddress(piece.frame, choice);
}

/** Puts the live cards in, with the very loader that host pages get, and rewrites cards and code when an editor chooses. */
export function startGallery(): void {
  // Left alone where the browser is too old (src/scroll/boot.ts).
  if (document.documentElement.dataset['js'] === undefined) return;
  const payload = JSON.parse(one('#payload').textContent) as GalleryPayload;
  const form = one<HTMLElement>('#settings');
  let loader: Engine | undefined;
  const show = (): void => {
    loader?.undo();
    const chosen = all<HTMLInputElement>(':checked', form);
    const settings = readSettings(chosen);
    for (const section of all<HTMLElement>('[data-piece]')) write(section, payload, settings);
    one('.chosen').textContent = chosen.map((input) => input.dataset['short'] ?? input.parentElement!.textContent.trim()).join(' · ');
    loader = startLoader();
    loader.add(new URL(payload.base, location.href).href);
  };
  if (innerWidth < PHONE) one<HTMLInputElement>('[name="width"]', form).checked = true;
  form.addEventListener('change', show);
  for (const select of all('[data-begins]')) select.addEventListener('change', show);
  startCopying(payload.words);
  startFolding();
  show();
  startMeasuring(payload.words.measure);
  document.documentElement.dataset['live'] = '';
}
