import type { Locale } from '../data/types.ts';
import type { StepId } from '../story/ids.ts';
import { readScore } from '../story/score.ts';

/** The pictures of a kit, in reading order; no more than ten, so that an article stays one. */
export const KIT_STEPS: readonly StepId[] = readScore().kit;

/** Name of a step's picture in a kit: its number comes first, so that a folder sorts in reading order. */
export const kitName = (step: StepId): string => `${String(KIT_STEPS.indexOf(step) + 1).padStart(2, '0')}-${step}.png`;

/** Path of a kit's file, from the site's root. */
export const kitPath = (locale: Locale, name: string): string => `/kit/${locale}/${name}`;
export const kitZipPath = (locale: Locale): string => `/kit/${locale}.zip`;
export const TALL_NAME = 'tall.png';
export const CAPTIONS_NAME = 'captions.txt';
