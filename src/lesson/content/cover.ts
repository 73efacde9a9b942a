/** The picture behind the title of every plan, by its id: no step has it. */
export const COVER = 'cover';
