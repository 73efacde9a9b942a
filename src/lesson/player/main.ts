import { startSlides } from './start.ts';

startSlides();
