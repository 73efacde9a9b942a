import { plain } from '../../copy/plain.ts';
import { readStory } from '../../copy/story.ts';
import { tables } from '../../data/tables.ts';
import type { Slide } from './types.ts';
import type { LessonWords } from './words.ts';

/** What a slide is called in a list that a class may see before it has guessed: no number that a slide lets it guess. */
export function contentsTitle(slide: Slide, lesson: LessonWords): string {
  return slide.kind === 'task' ? plain(lesson.worksheet.asks[slide.task].title, lesson.locale, tables()) : slideTitle(slide, lesson);
}

/** What a slide is called, as plain words. A slide to notice has no title of its own: its title is the secret. */
export function slideTitle(slide: Slide, { locale, ui, predict, tasks, slides }: LessonWords): string {
  const words = (nodes: Parameters<typeof plain>[0]): string => plain(nodes, locale, tables());
  switch (slide.kind) {
    case 'title': return ui.slideTitle;
    case 'notice': return ui.slideNotice;
    case 'predict': return words(predict[slide.quantity].title);
    case 'task': return words(tasks[slide.task].title);
    case 'words': return words(slides[slide.words]!.title);
    case 'step': return words(readStory(locale).steps.get(slide.step)!.title);
  }
}
