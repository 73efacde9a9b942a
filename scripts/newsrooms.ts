import { readdirSync } from 'node:fs';

/** The made-up newsrooms: what the program does is tested on them. */
const FOLDER = 'tests/newsroom';

/** The newsroom whose site is built and browsed whole. */
export const MAIN_NEWSROOM = `${FOLDER}/main`;

/** The owner's own files, as the value of `NEWSROOM`. */
export const OWNER_NEWSROOM = '.';

/** Every newsroom for which the relations must hold: the owner's, and each one made up. */
export const NEWSROOMS: readonly string[] = [OWNER_NEWSROOM, ...readdirSync(FOLDER).sort().map((name) => `${FOLDER}/${name}`)];

/** What must hold for any newsroom: words that do not collide, texts that fit, ids that are known. */
export const RELATIONS = 'tests/relations';
/** What our own tables say, typed from the source. */
export const OWN = 'tests/owner';

/** The folders of tests that are run on a newsroom's files. */
export const relationsOf = (newsroom: string): readonly string[] => (newsroom === OWNER_NEWSROOM ? [RELATIONS, OWN] : [RELATIONS]);
