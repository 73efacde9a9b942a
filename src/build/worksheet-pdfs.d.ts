interface ImportMetaEnv {
  /** whether this build prints the worksheets to PDF: see `worksheets.ts` */
  readonly HAS_WORKSHEET_PDFS: boolean;
}
