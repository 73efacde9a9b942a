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

/** Between the words of a pym.js message. */
const PYM = 'xPYMx';

/**
 * How a height is said to each kind of host: AMP (which `@newswire/frames` and our own loader speak too), pym.js, WordPress.
 * @param height whole CSS pixels
 */
export function heightMessages(height: number, { childId, secret }: Host): (string | object)[] {
  return [
    { sentinel: 'amp', type: 'embed-size', height },
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
