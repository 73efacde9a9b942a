/** A line of commands and events to a browser: JSON over a WebSocket, as the DevTools protocol and WebDriver BiDi both speak it. */
export interface Wire {
  /** @throws Error with the browser's own words if it refuses, or after {@link PATIENCE} */
  send<T>(method: string, params?: object): Promise<T>;
  on(method: string, listener: (params: never) => void): void;
  close(): void;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message?: string } | string;
  readonly message?: string;
}

/** No command of a walk takes as long, ms. */
const PATIENCE = 240_000;

/** Opens the line. */
export async function connect(address: string): Promise<Wire> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, (message: Message) => void>();
  const listeners = new Map<string, ((params: never) => void)[]>();
  let last = 0;
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    else for (const listener of listeners.get(message.method ?? '') ?? []) listener(message.params as never);
  });
  socket.addEventListener('close', () => {
    for (const answer of waiting.values()) answer({ error: 'the browser has gone' });
  });
  await new Promise((done, fail) => {
    socket.addEventListener('open', done, { once: true });
    socket.addEventListener('error', () => fail(new Error(`no browser answers at ${address}`)), { once: true });
  });
  return {
    send<T>(method: string, params: object = {}): Promise<T> {
      const id = (last += 1);
      return new Promise<T>((done, fail) => {
        const late = setTimeout(() => fail(new Error(`${method}: no answer`)), PATIENCE);
        waiting.set(id, ({ result, error, message }) => {
          clearTimeout(late);
          waiting.delete(id);
          if (error === undefined) done(result as T);
          else fail(new Error(`${method}: ${typeof error === 'string' ? [error, message].filter(Boolean).join(', ') : error.message}`));
        });
        socket.send(JSON.stringify({ id, method, params }));
      });
    },
    on(method, listener) {
      listeners.set(method, [...(listeners.get(method) ?? []), listener]);
    },
    close: () => socket.close(),
  };
}
