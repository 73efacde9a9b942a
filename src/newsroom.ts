import { join } from 'node:path';

/**
 * Where the files that an owner edits are read from: `site.config.json`, `data/` and `src/content/` of the project, or those of another
 * newsroom, whose folder `NEWSROOM` names. The program's own tests run on a made-up one, so that an owner's correction turns none red.
 * Outlines (`data/geo/`) and fonts are the program's, whoever's the story.
 * @param path from the folder of a newsroom, such as `data`
 * @returns the path from the project's root
 */
export const ownersFile = (path: string): string => join(process.env['NEWSROOM'] ?? '', path);
