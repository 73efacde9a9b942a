// The article's own program on a page of as many steps as the address asks for, `?steps=1000`: the build has made STEPS as long (scripts/bench/long.ts).
import { startStory } from '../../src/scroll/story.ts';
import { STEPS } from '../../src/story/steps.ts';

const flow = document.querySelector('.flow')!;
const once = new Map([...flow.querySelectorAll('[data-step]')].map((step) => [step.id, step]));
flow.replaceChildren();
let chapter: HTMLElement | undefined;
for (const { id, theme } of STEPS) {
  if (!chapter?.classList.contains(theme)) {
    chapter = document.createElement('section');
    chapter.className = `chapter ${theme}`;
    flow.append(chapter);
  }
  const step = once.get(id.replace(/\+\d+$/, ''))!.cloneNode(true) as HTMLElement;
  step.id = id;
  chapter.append(step);
}
startStory();
