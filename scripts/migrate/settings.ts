/** The form that the settings are written in: 0 before it was said. */
export const formOfSettings = (text: string): number => (JSON.parse(text) as { format?: number }).format ?? 0;

/** From form 0, where none was said, to form 1: the form stands first, all else as it was typed. */
export const settingsToForm1 = (text: string): string => text.replace(/\{(\s*)/, '{$1"format": 1,$1');

/** The languages that stood in the program in form 1. */
const LANGUAGES = `"languages": [
    { "code": "zh", "tag": "zh-Hans-CN", "name": "中文", "default": true, "offline": "ketang" },
    { "code": "en", "name": "English", "offline": "classroom" }
  ],`;

/** From form 1, where the program knew the languages, to form 2, where the settings list them. */
export const settingsToForm2 = (text: string): string => text.replace(/("format":\s*)1,(\s*)/, (_, key: string, space: string) => `${key}2,${space}${LANGUAGES}${space}`);

/** Turns settings of any older form into the latest one. */
export function settingsToLatest(text: string): string {
  const form = formOfSettings(text);
  return form === 0 ? settingsToForm2(settingsToForm1(text)) : form === 1 ? settingsToForm2(text) : text;
}
