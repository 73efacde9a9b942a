import { pictureOf, STEPS } from '../../story/steps.ts';
import type { PictureStep } from '../../story/resolve.ts';
import { readCourse } from './course.ts';
import { COVER } from './cover.ts';

const { cover } = readCourse();

/** Every picture that a slide can show: the story's steps, and the cover if the course has one. */
export const PICTURES: readonly PictureStep[] = [
  ...STEPS, ...(cover === undefined ? [] : [{ id: COVER, theme: cover.theme, picture: pictureOf(cover.shows as Parameters<typeof pictureOf>[0]) }]),
];

/** Position of a picture among them. */
export const pictureAt = (id: string): number => PICTURES.findIndex((each) => each.id === id);
