/** The form that the settings are written in: 0 before it was said. */
export const formOfSettings = (text: string): number => (JSON.parse(text) as { format?: number }).format ?? 0;

/** From form 0, where none was said, to form 1: the form stands first, all else as it was typed. */
export const settingsToForm1 = (text: string): string => text.replace(/\{(\s*)/, '{$1"format": 1,$1');
