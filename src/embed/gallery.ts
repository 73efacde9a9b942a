import { fill } from '../copy/fill.ts';
import type { EmbedId } from './embeds.ts';
import { startLoader, type Loader } from './loader.ts';
import { frameAddress, frameSnippet, loaderSnippet, pictureSnippet, type Choice, type Piece } from './snippets.ts';

type Picture = Parameters<typeof pictureSnippet>[0];

/** What the gallery hands to its program. */
export interface GalleryPayload {
  /** path of the site, ends with `/` */
  base: string;
  /** “Preview: %title%” */
  previewTitle: string;
  copied: string;
  copyByHand: string;
  pieces: Record<EmbedId, Record<'zh' | 'en', { piece: Piece; pictures: Record<'light' | 'dark', Picture> }>>;
}

const all = <T extends HTMLElement>(selector: string, within: ParentNode = document): T[] => [...within.querySelectorAll<T>(selector)];

/** Copies a text; where the browser refuses, selects it for the reader's own hand. */
async function copy(target: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(target.textContent);
    return true;
  } catch {
    getSelection()?.selectAllChildren(target);
    target.focus();
    return false;
  }
}

/** Puts the live cards in, with the very loader that host pages get, and rewrites cards and code when an editor chooses. */
export function startGallery(): void {
  const payload = JSON.parse(document.querySelector('#payload')!.textContent) as GalleryPayload;
  const form = document.querySelector<HTMLFormElement>('form.settings')!;
  const status = document.querySelector('#copy-status')!;
  let loader: Loader | undefined;

  const show = (): void => {
    const chosen = new FormData(form);
    const value = (name: string): string => String(chosen.get(name) ?? '');
    const lang = value('lang') as 'zh' | 'en';
    const choice: Choice = { theme: value('theme') as Choice['theme'], map: value('map') as Choice['map'], strict: chosen.has('strict') };
    loader?.undo();
    for (const section of all('[data-piece]')) {
      const { piece, pictures } = payload.pieces[section.dataset['piece'] as EmbedId][lang];
      const codes = { frame: frameSnippet(piece, choice), loader: loaderSnippet(piece, choice), picture: pictureSnippet(pictures[choice.theme === 'dark' ? 'dark' : 'light']) };
      for (const pre of all('[data-snippet]', section)) pre.textContent = codes[pre.dataset['snippet'] as keyof typeof codes];
      const preview = all('.preview', section)[0]!;
      preview.className = `preview w${value('width')}`;
      preview.textContent = fill(payload.previewTitle, { title: piece.title });
      Object.assign(preview.dataset, { twoLines: piece.id, lang, theme: choice.theme, map: choice.map, heights: piece.heights.join(' ') });
      if (choice.strict) preview.dataset['strict'] = '';
      else delete preview.dataset['strict'];
      for (const link of all<HTMLAnchorElement>('[data-alone]', section)) {
        link.href = frameAddress(piece.frame.replace(/^https?:\/\/[^/]+/, ''), choice);
        link.textContent = frameAddress(piece.frame, choice);
      }
    }
    loader = startLoader(new URL(payload.base, location.href).href);
  };

  form.addEventListener('change', show);
  form.addEventListener('submit', (event) => event.preventDefault());
  for (const button of all<HTMLButtonElement>('[data-copy]')) {
    button.addEventListener('click', async () => {
      status.textContent = (await copy(document.getElementById(button.dataset['copy']!)!)) ? payload.copied : payload.copyByHand;
      button.dataset['done'] = '';
      setTimeout(() => delete button.dataset['done'], 1500);
    });
  }
  show();
  document.documentElement.dataset['live'] = '';
}
