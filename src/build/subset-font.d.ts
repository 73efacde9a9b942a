/** Types of the part of `subset-font` that this project uses; the package ships none. */
declare module 'subset-font' {
  interface Options {
    targetFormat?: 'sfnt' | 'woff' | 'woff2';
    /** Keep only the glyphs of the text itself, no alternate forms. */
    noLayoutClosure?: boolean;
    noHinting?: boolean;
    /** Four-letter names of font tables to leave out. */
    dropTables?: string[];
  }
  export default function subsetFont(font: Buffer, text: string, options?: Options): Promise<Buffer>;
}
