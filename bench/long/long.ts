// The article's own program on a page of as many steps as the address asks for, `?steps=1000`: the same ten again and again (scripts/bench/long.ts).
import { startStory, type Payload } from '../../src/scroll/story.ts';

declare const REPEATED: { from: number; count: number };

const page = document.querySelector('#payload')!;
const payload = JSON.parse(page.textContent) as Payload;
const count = Number(new URLSearchParams(location.search).get('steps'));
const steps = Array.from({ length: count }, (_, i) => {
  const step = payload.steps[REPEATED.from + (i % REPEATED.count)]!;
  return { ...step, id: i < REPEATED.count ? step.id : `${step.id}+${i}` };
});
page.textContent = JSON.stringify({ ...payload, steps });

const flow = document.querySelector('.flow')!;
const once = new Map([...flow.querySelectorAll('[data-step]')].map((step) => [step.id, step]));
flow.replaceChildren();
let chapter: HTMLElement | undefined;
for (const { id, theme } of steps) {
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
