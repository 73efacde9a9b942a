import type { Chart, Ending } from './chart.ts';

/** How strong the marks are that stand behind the last one that is counted: one where the number is about so many, a row that goes on where it may be more. */
const FADING: Readonly<Record<Ending, readonly number[]>> = { soft: [0.45], open: [0.45, 0.25, 0.1] };

/** The strengths, 0 to 1, of what a field or a bar has behind its end; nothing where the number is exact. */
export const fadingOf = (chart: Chart, of: string): readonly number[] => FADING[chart.ends[of]!] ?? [];
