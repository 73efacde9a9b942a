import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { startLoader } from '../../src/embed/loader.ts';

const guest = {};
const stranger = {};

/** A host page with one place for a card, as far as the loader needs one. */
function openHost(): { style: { cssText?: string; height?: string }; say: (source: unknown, data: unknown) => void } {
  const frame = { style: {} as { cssText?: string; height?: string }, contentWindow: guest, setAttribute: (): void => undefined };
  const place = { dataset: { twoLines: 'cases' }, clientWidth: 600, textContent: 'A chart', childNodes: [], querySelector: () => null, replaceChildren: (): void => undefined };
  let listen: (event: { source: unknown; data: unknown }) => void = () => undefined;
  vi.stubGlobal('document', { querySelectorAll: () => [place], createElement: () => frame });
  vi.stubGlobal('addEventListener', (_: string, listener: typeof listen) => (listen = listener));
  startLoader('https://news.example/');
  return { style: frame.style, say: (source, data) => listen({ source, data }) };
}

/** Anything at all, and what is nearly a height. */
const message = fc.oneof(
  fc.anything(),
  fc.record({ sentinel: fc.constantFrom('amp', 'AMP', ''), type: fc.constantFrom('embed-size', 'embed'), height: fc.oneof(fc.double(), fc.anything()) }),
);

afterEach(() => vi.unstubAllGlobals());

test('no message from a stranger moves a frame, whatever it says', () => {
  const { style, say } = openHost();
  fc.assert(fc.property(message, (data) => (say(stranger, data), say(null, data), style.height === undefined)));
});

test('no message from the guest makes a frame lower than 200 or higher than 1,000 px, or anything but whole px', () => {
  const { style, say } = openHost();
  let heard = 0;
  fc.assert(
    fc.property(message, (data) => {
      delete style.height;
      say(guest, data);
      if (style.height === undefined) return true;
      heard += 1;
      const [, px] = /^(\d+)px$/.exec(style.height) ?? [];
      return Number(px) >= 200 && Number(px) <= 1000;
    }),
    { numRuns: 1000 },
  );
  expect(heard).toBeGreaterThan(10);
});
