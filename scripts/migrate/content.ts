/** Where a file of words stood when each kind had a folder with a file or folder for each language. */
const BEFORE = /^(src\/content\/)(steps|unknown|ui|chart|chapters|corrections|embed|lines|office|pictures|slides|lesson)\/(zh|en)([/.])/;

/** Where a file of words stands now: in the folder of its language. Any other path stays as it is. */
export const placeOf = (path: string): string => path.replace(BEFORE, '$1$3/$2$4');
