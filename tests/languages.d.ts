import '../src/data/types.ts';

declare module '../src/data/types.ts' {
  /** The languages of the made-up newsroom. */
  interface Codes {
    zh: true;
    en: true;
  }
}
