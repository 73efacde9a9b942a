import type { Plugin } from 'vite';

/** What of a scene's definition only the build reads (`src/scenes/scene.ts`). */
const OF_SCENE: ReadonlySet<string> = new Set([
  'description',
  'rest',
  'keyed',
  'facts',
  'finest',
] satisfies (keyof import('../scenes/scene.ts').Scene<object>)[]);
/** What of a mark only the build and the tests read, by which they know it again: marks do not travel on the page yet. */
const OF_MARK: ReadonlySet<string> = new Set(['kind', 'of', 'from', 'count', 'pitch'] satisfies (keyof import('../scenes/shapes.ts').Shape)[]);

interface Node {
  type: string;
  start: number;
  end: number;
}
interface Property extends Node {
  key?: { name?: string };
}
interface Literal extends Node {
  properties: Property[];
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** Every object that a program writes out, those inside others among them. */
function literalsIn(node: Node): Literal[] {
  const below = Object.values(node).flat().filter(isNode).flatMap(literalsIn);
  return node.type === 'ObjectExpression' ? [node as Literal, ...below] : below;
}

const has = ({ properties }: Literal, name: string): boolean => properties.some(({ key }) => key?.name === name);

/** Scenes and marks stand in one place each, whole; what a page's program never asks them for stays behind when the program is built. */
export const stagedScenes = (): Plugin => ({
  name: 'staged-scenes',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'client',
  transform(code, id) {
    const [, file] = /\/src\/scenes\/(?:[\w-]+\/)?([\w-]+)\.ts$/.exec(id) ?? [];
    if (file === undefined) return undefined;
    const literals = literalsIn(this.parse(code) as unknown as Node);
    const left = literals.flatMap((literal) => {
      const behind =
        file === 'scene' && has(literal, 'entrance')
          ? OF_SCENE
          : has(literal, 'kind') && (has(literal, 'key') || has(literal, 'look'))
            ? OF_MARK
            : new Set<string>();
      return literal.properties.filter(({ key }) => behind.has(key?.name ?? ''));
    });
    return left
      .sort((a, b) => a.start - b.start)
      .reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end).replace(/^\s*,/, ''), code);
  },
});
