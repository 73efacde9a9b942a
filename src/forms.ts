/**
 * The form of each of the owner's files that this release reads. Whoever reads one of another form refuses it by name; `npm run migrate`
 * turns an older one into this. They stand apart from the readers, some of which need files that are yet to be turned.
 */
export const FORMS = { settings: 2, data: 6, score: 2, course: 2 } as const;

/** What is said of a file of another form. */
export const wrongForm = (form: number): string => `expected ${form}, the form that this program reads: run npm run migrate`;
