import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkMoving, MOVING_RULES, passes, type Rule } from '../../src/pictures/moving-rules.ts';

const GROUND = '<rect width="390" height="500" fill="#0b1826"/>';
const picture = (inside: string, root = ''): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 390 500"${root}>${GROUND}${inside}</svg>`;

describe('what an editor for official accounts takes', () => {
  test.each([
    ['plain shapes', '<g fill="#aabbcc"><path d="M0 0h3z"/></g>'],
    ['a tap that draws a line', '<g stroke-dasharray="50 50" stroke-dashoffset="0"><animate attributeName="stroke-dashoffset" values="50;0" keyTimes="0;1" begin="click" dur="3s"/></g>'],
    ['an invitation where it can play', '<g visibility="hidden"><set attributeName="visibility" to="visible" begin="0s" fill="freeze"/></g>'],
  ])('%s', (_, inside) => expect(checkMoving(picture(inside))).toEqual([]));
});

describe('what it does not take, or changes', () => {
  test.each([
    ['a style sheet', '<style></style>', '<style> is refused'],
    ['a script', '<script></script>', '<script> is refused'],
    ['a listener', '<rect width="1" height="1" onclick="go()"/>', 'onclick on <rect> is refused'],
    ['a class', '<path class="a" d="M0 0"/>', 'class on <path> is refused'],
    ['an id', '<path id="a" d="M0 0"/>', 'id on <path> is refused'],
    ['a use', '<use href="#a"/>', '<use> is refused'],
    ['a clip path', '<clipPath></clipPath>', '<clipPath> is refused'],
    ['a filter', '<filter></filter>', '<filter> is refused'],
    ['a gradient', '<linearGradient></linearGradient>', '<linearGradient> is refused'],
    ['a pattern as a fill', '<path d="M0 0" fill="url(#hatch)"/>', 'fill="url(#hatch)" on <path> is refused'],
    ['words in the phone’s own face', '<text></text>', '<text> is refused'],
    ['a font', '<path d="M0 0" font-family="a"/>', 'font-family on <path> is refused'],
    ['a picture from outside', '<image href="https://example.org/a.png"/>', '<image> is refused'],
    ['a page inside', '<foreignObject></foreignObject>', '<foreignObject> is refused'],
    ['a way that clients play in different ways', '<animate attributeName="d" begin="click" dur="1s"/>', 'attributeName="d" on <animate> is refused'],
    ['a colour to none, which three engines play in three ways', '<animate attributeName="fill" values="#000000;none"/>', 'values="#000000;none" on <animate> is refused'],
    ['blanks round values, which WebKit does not play', '<animate values="0 ; 1"/>', 'values="0 ; 1" on <animate> is refused'],
    ['a sign behind the last value', '<animate values="0;1;"/>', 'values="0;1;" on <animate> is refused'],
    ['a start by another element', '<animate begin="a.click"/>', 'begin="a.click" on <animate> is refused'],
    ['a motion along a path', '<animateMotion/>', '<animateMotion> is refused'],
    ['a length of one’s own', '<path d="M0 0" pathLength="1"/>', 'pathLength on <path> is refused'],
    ['times that end too soon', '<animate values="0;1" keyTimes="0;.9"/>', 'keyTimes="0;.9" does not fit values="0;1", expected one time for each value, from 0 to 1'],
    ['a time too few', '<animate values="0;1;2" keyTimes="0;1"/>', 'keyTimes="0;1" does not fit values="0;1;2", expected one time for each value, from 0 to 1'],
    ['words beside the elements', 'words', '“words” is no element that can be read, expected tags alone'],
    ['a name of the program’s own', '<constructor/>', '<constructor> is refused'],
    ['an attribute in single quotes', "<path d='M0 0'/>", '“<path d=\'M0 0\'/>” is no element that can be read, expected tags alone'],
  ])('%s', (_, inside, fault) => expect(checkMoving(picture(inside))).toEqual([fault]));

  test('a picture without its ground: on a dark page its words would be dark on dark', () =>
    expect(checkMoving('<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>')).toEqual(['expected a rect with a colour first, so that the ground lies inside the picture']));
  test('a picture that is too heavy', () =>
    expect(checkMoving(picture(`<path d="${'M0 0'.repeat(25_000)}"/>`))[0]).toBe('100127 bytes, expected 100000 at most'));
  test('more than the picture', () => expect(checkMoving(`${picture('')}<p></p>`)).toContain('expected one svg element and nothing round it'));
});

test('another program can ask element by element', () => {
  expect([passes('g'), passes('animate', 'dur'), passes('animate', 'dur', '3s')]).toEqual([true, true, true]);
  expect([passes('toString'), passes('g', 'class'), passes('animate', 'dur', 'indefinite')]).toEqual([false, false, false]);
});

test('the table in the docs is the list', () => {
  const table = [...readFileSync('docs/moving.md', 'utf8').matchAll(/^\| `(\w+)` \| ([^|]*) \| ([^|]*) \|$/gm)].map(([, ...cells]) => cells);
  const named = (rules: Readonly<Record<string, Rule>>, standing: string): string => Object.keys(rules).filter((name) => rules[name]!.standing === standing).join(', ') || '-';
  expect(table).toEqual(Object.entries(MOVING_RULES).map(([element, rules]) => [element, named(rules, 'listed'), named(rules, 'wild')]));
});
