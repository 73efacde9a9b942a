import { inPairs } from '../../scripts/engines/pairs.ts';
import { come, type Check } from './check.ts';
import { FAINT, TOLERANCE, wordsNow } from './words.ts';

/** What readers set, as a style sheet over the page's own: a larger type, and the spacing that WCAG 1.4.12 names. */
const STYLES = {
  none: '',
  'type of 20 px': 'html{font-size:20px}',
  'type of 24 px': 'html{font-size:24px}',
  'wide spacing': '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}svg *{letter-spacing:normal!important;word-spacing:normal!important}',
} as const;
const ROWS = inPairs({
  size: [[240, 400], [320, 568], [844, 390], [820, 1180], [1000, 1000], [1280, 800], [3840, 1600]] as const,
  style: Object.keys(STYLES) as (keyof typeof STYLES)[],
  language: ['', 'en/'],
  mode: ['scroll', 'flat'],
});

/** No text on text, nothing cut, no sideways scroll, whatever the reader's screen and settings. */
export const SETTINGS: Check = {
  name: 'settings of readers, in pairs',
  readings: [{ device: 'phone', locale: 'zh' }],
  async run({ window, page, lives }) {
    const faults: string[] = [];
    for (const { size: [width, height], style, language, mode } of ROWS) {
      await window.resize(width, height);
      const name = `${width} × ${height}, ${style}, ${language || 'zh'}, ${mode}`;
      for (const path of ['', 'data/']) {
        await come(window, `${page}${language}${path}`, '', `&mode=${mode}`);
        faults.push(...(await window.evaluate(async (css) => {
          // A style sheet of the reader's own is none of the page's: its policy does not see it.
          const sheet = new CSSStyleSheet();
          if (css !== '' && 'replaceSync' in sheet) {
            sheet.replaceSync(css);
            document.adoptedStyleSheets = [sheet];
          }
          await kit.settle();
          await kit.pause(100);
          const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
          const cut = kit.shown('.bar > *, .card, .chapter-head, .plain > *').filter((each) => each.getBoundingClientRect().right > innerWidth + 1);
          return [
            ...(over > 0 ? [`scrolls sideways by ${over} px`] : []),
            ...cut.slice(0, 2).map((each) => `“${each.textContent.trim().slice(0, 20)}” leaves the screen`),
          ];
        }, STYLES[style])).map((fault) => `${name}, ${path || 'story'}: ${fault}`));
        if (path !== '' || !lives || mode === 'flat') continue;
        for (const id of await window.evaluate(() => kit.steps().filter((_, i) => i % 6 === 1))) {
          await window.evaluate((to) => void (location.hash = to), id);
          await window.evaluate(() => kit.frames());
          if (await window.evaluate(() => document.documentElement.dataset['mode'] === 'flat')) continue;
          faults.push(...(await window.evaluate(wordsNow, { tolerance: TOLERANCE, faint: FAINT })).faults.map((fault) => `${name}, ${id}: ${fault}`));
        }
      }
    }
    return faults;
  },
};
