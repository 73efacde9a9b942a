import { CRAMPED } from './mode.ts';

/**
 * Runs in the head, before anything is drawn: says that scripts run, and in which mode the visit begins, so that nothing
 * jumps later. If the story has not come to life by the time the page has loaded (a lost file, an old browser), the page
 * goes back to the flat reading. A fresh visit begins at the top, so it may put off the layout of the texts further down
 * (`src/scroll/rest.ts`); a link to a step, a reload or the way back may not: they land in the middle, and every text above
 * has to have its height. In old syntax on purpose; allowed by its hash in the Content Security Policy.
 */
export const BOOT = `(function(d){var m=/[?&]mode=(scroll|still|flat)(?:&|$)/.exec(location.search),n=performance.getEntriesByType('navigation')[0];if(!location.hash&&n&&n.type==='navigate'&&typeof requestIdleCallback==='function')d.setAttribute('data-fresh','');d.setAttribute('data-js','');d.setAttribute('data-mode',m?m[1]:matchMedia('${CRAMPED}').matches?'flat':matchMedia('(prefers-reduced-motion: reduce)').matches?'still':'scroll');addEventListener('load',function(){if(!d.hasAttribute('data-live'))d.removeAttribute('data-js')})})(document.documentElement)`;
