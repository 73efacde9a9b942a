/** What an embed knows of the page that frames it, from its own address. */
export interface Host {
  /** pym.js names its child in `?childId=` */
  childId: string | undefined;
  /** WordPress, and whoever speaks its dialect, gives a secret in `#?secret=` */
  secret: string | undefined;
  /** the host fits the height, but only up to a ceiling: WordPress, and our own loader, which says so with `#card` */
  ceiling: boolean;
}

/** Reads what a host wrote into the embed's address; anything that is not of its form is as if it were not there. */
export function hostOf(search: string, hash: string): Host {
  const secret = /^#\?secret=([A-Za-z0-9]{1,64})$/.exec(hash)?.[1];
  return { childId: /[?&]childId=([\w-]{1,64})(?:&|$)/.exec(search)?.[1], secret, ceiling: secret !== undefined || hash === '#card' };
}

/**
 * The version of the messages between our loader and our cards. The loader states it in a card's address (`?loader=2`), a card in
 * each height that it tells. Either may be older than the other by as long as a host or a cache keeps it, so a version only adds:
 * 1. a height, as AMP says it; the loader says `#card`. Neither stated a version.
 * 2. with the height come `version` and `title`; a card is silent until it has a width and its faces.
 */
export const MESSAGES = 2;

/** Between the words of a pym.js message. */
const PYM = 'xPYMx';

/**
 * How a height is said to each kind of host: AMP (which `@newswire/frames` and our own loader speak too), pym.js, WordPress.
 * @param height whole CSS pixels
 * @param title the card's, for a frame that has none
 */
export function heightMessages(height: number, title: string, { childId, secret }: Host): (string | object)[] {
  return [
    { sentinel: 'amp', type: 'embed-size', height, version: MESSAGES, title },
    ...(childId === undefined ? [] : [['pym', childId, 'height', height].join(PYM)]),
    ...(secret === undefined ? [] : [{ message: 'height', value: height, secret }]),
  ];
}

/** How WordPress is asked to follow a link, which a sandboxed frame cannot do itself. It does so for addresses on the embed's own host. */
export const linkMessage = (href: string, secret: string): object => ({ message: 'link', value: href, secret });

/** Whether a message from the host asks for the height again: a host that begins to listen late. */
export function asksAgain(data: unknown, { secret }: Host): boolean {
  if (typeof data !== 'object' || data === null) return false;
  const message = data as Record<string, unknown>;
  if (message['sentinel'] === 'amp') return message['type'] === 'frames-init';
  return message['message'] === 'ready' && (secret === undefined || message['secret'] === secret);
}
