/** Milliseconds of a day. */
const DAY = 86_400_000;

/** How many days old the data are: whole days since `modified`, `YYYY-MM-DD`, in Beijing; a clock that is behind makes it none. */
export const ageOf = (modified: string, now: Date): number => Math.max(0, Math.floor((now.getTime() - Date.parse(`${modified}T00:00:00+08:00`)) / DAY));

/** Lets the file that is handed on say how old it is. Without a program it says the day of its data. */
export function sayAge(list: ParentNode, now: Date): void {
  const line = list.querySelector<HTMLElement>('[data-age]');
  if (line) line.textContent = line.dataset['says']!.replace('?', String(ageOf(line.dataset['age']!, now)));
}
