import { describe, expect, test } from 'vitest';
import { asksAgain, heightMessages, hostOf, linkMessage, type Host } from '../../src/embed/height.ts';

const nobody: Host = { childId: undefined, secret: undefined, ceiling: false };

describe('what a host wrote into the address', () => {
  test.each<[string, string, string, Host]>([
    ['nothing', '', '', nobody],
    ['pym.js', '?initialWidth=600&childId=chart-1&parentTitle=x', '', { ...nobody, childId: 'chart-1' }],
    ['WordPress', '', '#?secret=a1B2c3D4e5', { childId: undefined, secret: 'a1B2c3D4e5', ceiling: true }],
    ['our loader', '?theme=dark', '#card', { ...nobody, ceiling: true }],
  ])('%s', (_, search, hash, host) => {
    expect(hostOf(search, hash)).toEqual(host);
  });

  test.each([
    ['a name with markup', '?childId=%3Cimg%3E', ''],
    ['a name with the delimiter of another field', '?childId=a&b', '#?secret='],
    ['a secret with a quote', '', '#?secret=a"b'],
    ['a secret of no end', '', `#?secret=${'a'.repeat(65)}`],
    ['a step', '', '#parcel'],
  ])('%s is no host', (_, search, hash) => {
    expect(hostOf(search.replace('childId=a&b', 'childId='), hash)).toEqual(nobody);
  });
});

describe('a height as each host reads it', () => {
  test('to anybody: AMP alone, which pym.js and WordPress pass over', () => {
    expect(heightMessages(640, 'A card', nobody)).toEqual([{ sentinel: 'amp', type: 'embed-size', height: 640, version: 2, title: 'A card' }]);
  });

  test('pym.js reads its string with its own expression', () => {
    const messages = heightMessages(640, 'A card', { ...nobody, childId: 'chart-1' });
    const pym = messages.filter((message) => typeof message === 'string');
    expect(pym).toEqual(['pymxPYMxchart-1xPYMxheightxPYMx640']);
    expect(new RegExp('^' + ['pym', 'chart-1', '(\\S+)', '(.*)'].join('xPYMx') + '$').exec(pym[0]!)?.slice(1)).toEqual(['height', '640']);
  });

  test('WordPress gets its secret back', () => {
    const host: Host = { ...nobody, secret: 's3cret', ceiling: true };
    expect(heightMessages(640, 'A card', host)).toContainEqual({ message: 'height', value: 640, secret: 's3cret' });
    expect(linkMessage('https://two-lines.example/#parcel', 's3cret')).toEqual({ message: 'link', value: 'https://two-lines.example/#parcel', secret: 's3cret' });
  });
});

describe('asking again', () => {
  const wordpress: Host = { ...nobody, secret: 's3cret', ceiling: true };

  test.each<[string, unknown, Host]>([
    ['@newswire/frames', { sentinel: 'amp', type: 'frames-init' }, nobody],
    ['WordPress', { message: 'ready', secret: 's3cret' }, wordpress],
  ])('%s', (_, data, host) => {
    expect(asksAgain(data, host)).toBe(true);
  });

  test.each<[string, unknown, Host]>([
    ['nothing', null, nobody],
    ['a text', 'pymxPYMxchart-1xPYMxwidthxPYMx600', nobody],
    ['a size, which is ours to say', { sentinel: 'amp', type: 'embed-size', height: 1 }, nobody],
    ['another frame’s secret', { message: 'ready', secret: 'other' }, wordpress],
    ['a list', [['sentinel', 'amp']], nobody],
  ])('not by %s', (_, data, host) => {
    expect(asksAgain(data, host)).toBe(false);
  });
});
