import type { APIRoute } from 'astro';
import { LOCALES } from '../../../languages.ts';
import type { Locale } from '../../../data/types.ts';
import { pngResponse } from '../../../pictures/answer.ts';
import { stepPng, tallPng } from '../../../pictures/kit.ts';
import { KIT_STEPS, kitName, TALL_NAME } from '../../../pictures/kit-names.ts';
import { offered } from '../../../pictures/offered.ts';
import type { StepId } from '../../../story/ids.ts';

const bare = (name: string): string => name.replace(/\.png$/, '');

export const getStaticPaths = () =>
  offered(LOCALES).flatMap((locale) => [
    { params: { locale, name: bare(TALL_NAME) }, props: { locale, step: undefined } },
    ...KIT_STEPS.map((step) => ({ params: { locale, name: bare(kitName(step)) }, props: { locale, step } })),
  ]);

export const GET: APIRoute<{ locale: Locale; step: StepId | undefined }> = async ({ props: { locale, step } }) =>
  pngResponse(step === undefined ? await tallPng(locale) : await stepPng(step, locale));
