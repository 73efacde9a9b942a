interface ImportMetaEnv {
  /** whether this build prints the worksheets to PDF: see `worksheets.ts` */
  readonly WORKSHEET_PDFS: boolean;
}
