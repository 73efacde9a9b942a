/**
 * Puts values in the place of `%names%`. Runs in the browser too.
 * @throws Error if the text names a value that was not given
 */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/%([a-z]+)%/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`"${text}" needs a value for %${name}%`);
    return String(value);
  });
}
