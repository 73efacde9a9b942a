/** Remembers what a function gave for the same arguments: a page, a file and a zip all ask for the same drawing. */
export function once<Arguments extends readonly unknown[]>(draw: (...given: Arguments) => string): (...given: Arguments) => string {
  const drawn = new Map<string, string>();
  return (...given) => {
    const key = JSON.stringify(given);
    const known = drawn.get(key) ?? draw(...given);
    drawn.set(key, known);
    return known;
  };
}
