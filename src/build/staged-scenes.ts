import type { Plugin } from 'vite';

/** What of a scene's definition only the build reads (`src/scenes/scene.ts`). */
const BUILD_ONLY: ReadonlySet<string> = new Set(['description', 'rest', 'keyed', 'facts', 'finest'] satisfies (keyof import('../scenes/scene.ts').Scene<object>)[]);

interface Node { type: string; start: number; end: number }
interface Property extends Node { key: { name?: string } }
interface Program { body: (Node & { declaration?: { declarations?: { init?: Node & { properties?: Property[] } }[] } | null })[] }

/** A scene stands in one place, `scene.ts` of its folder; what a page's program never asks it for stays behind when the program is built. */
export const stagedScenes = (): Plugin => ({
  name: 'staged-scenes',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'client',
  transform(code, id) {
    if (!/\/src\/scenes\/[\w-]+\/scene\.ts$/.test(id)) return undefined;
    const { body } = this.parse(code) as unknown as Program;
    const properties = body.flatMap(({ declaration }) => declaration?.declarations?.flatMap(({ init }) => init?.properties ?? []) ?? []);
    const left = properties.filter(({ key }) => BUILD_ONLY.has(key.name ?? ''));
    return left.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end).replace(/^\s*,/, ''), code);
  },
});
