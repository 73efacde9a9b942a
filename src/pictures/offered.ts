/**
 * The files of a route of downloads; none in a build with `DOWNLOADS=off`, which draws no picture for others to take and is
 * done in a third of the time: for somebody who changes words or code and looks at the pages.
 */
export const offered = <Path>(paths: readonly Path[]): Path[] => (process.env['DOWNLOADS'] === 'off' ? [] : [...paths]);
