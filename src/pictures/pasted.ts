/** A piece of the article that is pasted elsewhere: as HTML with nothing but inline styles, and as plain text. */
export interface Piece {
  readonly html: string;
  readonly text: string;
  /** the moving picture that it is, if it is one */
  readonly moving?: string;
}

/** The pieces as rich text, for the build and for the page that copies them. */
export const htmlOf = (pieces: readonly Piece[]): string => pieces.map(({ html }) => html).join('\n');
/** The same as plain text: a picture has none. */
export const textOf = (pieces: readonly Piece[]): string => pieces.flatMap(({ text }) => text || []).join('\n\n');
