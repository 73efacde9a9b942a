import { KNOWN } from '../engines.ts';
import { CRAMPED } from './mode.ts';

/** The story's program is waited for as long as this with its first picture in place, ms; then the page lies flat, and stays so. */
const PATIENCE = 10_000;
/** A step whose head stands in this share of the screen or above is the reader's: the stage ends at 62 %. */
const REACHED = 0.7;

/** What is folded is open while the page is printed, and afterwards as it was. */
const UNFOLD =
  `var o=[];addEventListener('beforeprint',function(){o=[].slice.call(document.querySelectorAll('.answer:not([open]),.numbers:not([open])'));` +
  `o.forEach(function(e){e.open=true})});addEventListener('afterprint',function(){o.forEach(function(e){e.open=false})});`;

/**
 * Runs in the head, before anything is drawn: says that scripts run, and in which mode the visit begins, so that nothing
 * jumps later. A browser too old for the programs is left alone. A page saved while it lived says so of itself, and is not believed.
 * `<live-mark>`, the first element of the page, is defined here and not in what is saved: a page in which this has not run shows
 * no stage, whatever its attributes say (`src/styles/story.css`).
 *
 * If the story has not come to life by the time the page has loaded (a lost file, an old browser), or falls later (the event
 * `fall`, from `src/scroll/story.ts`), the page goes back to the flat reading, at the reader's step.
 *
 * Whatever the engine, what is folded stands open on paper: `::details-content`, by which the style sheet says so, came with
 * Chromium 131, Safari 18.4 and Firefox 143. In old syntax on purpose;
 * allowed by its hash in the Content Security Policy.
 */
export const BOOT =
  `(function(d){d.removeAttribute('data-live');d.removeAttribute('data-js');${UNFOLD}if(!(${KNOWN}))return;` +
  `var m=/[?&]mode=(scroll|still|flat)(?:&|$)/.exec(location.search);` +
  `customElements.define('live-mark',class extends HTMLElement{});d.setAttribute('data-js','');` +
  `d.setAttribute('data-mode',m?m[1]:matchMedia('${CRAMPED}').matches?'flat':matchMedia('(prefers-reduced-motion: reduce)').matches?'still':'scroll');` +
  `function f(){if(d.hasAttribute('data-live')||!d.hasAttribute('data-js'))return;` +
  `var s=document.querySelectorAll('[data-step],.chapter-head,section.plain'),i=s.length,y=pageYOffset;` +
  `while(--i>0&&s[i].getBoundingClientRect().top>innerHeight*${REACHED});` +
  `d.removeAttribute('data-js');d.setAttribute('data-mode','flat');if(!s[i]||y<=0)return;s[i].scrollIntoView();` +
  // Once more: Chromium, which keeps in place what it saw, moves the page again when it has set it anew.
  `requestAnimationFrame(function(){s[i].scrollIntoView()})}` +
  `addEventListener('load',f);addEventListener('fall',f);setTimeout(f,${PATIENCE})})(document.documentElement)`;
