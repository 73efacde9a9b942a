import { readdirSync } from 'node:fs';

/** The made-up newsrooms: what the program does is tested on them. */
const FOLDER = 'tests/newsroom';

/** The newsroom whose site is built and browsed whole. */
export const MAIN_NEWSROOM = `${FOLDER}/main`;

/** The owner's own files, as the value of `NEWSROOM`. */
export const OWNER_NEWSROOM = '.';

/** Another story of the made-up newsroom: a folder that says what differs from the main one, and the whole newsroom that is written from it. */
export interface Edition {
  readonly name: string;
  readonly source: string;
  readonly folder: string;
}

/** The editions: stories of other shapes, on which the relations must hold too. scripts/editions.ts writes them. */
export const EDITIONS: readonly Edition[] = readdirSync(FOLDER).sort().filter((name) => name !== 'main').map((name) => ({ name, source: `${FOLDER}/${name}`, folder: `.cache/newsrooms/${name}` }));

/** Every newsroom for which the relations must hold: the owner's, and each one made up. */
export const NEWSROOMS: readonly string[] = [OWNER_NEWSROOM, MAIN_NEWSROOM, ...EDITIONS.map(({ folder }) => folder)];

/** What must hold for any newsroom: words that do not collide, texts that fit, ids that are known. */
export const RELATIONS = 'tests/relations';
/** What our own tables say, typed from the source. */
export const OWN = 'tests/owner';

/** The folders of tests that are run on a newsroom's files. */
export const relationsOf = (newsroom: string): readonly string[] => (newsroom === OWNER_NEWSROOM ? [RELATIONS, OWN] : [RELATIONS]);
