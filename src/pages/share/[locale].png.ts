import { Resvg } from '@resvg/resvg-js';
import type { APIRoute, GetStaticPaths } from 'astro';
import { DISPLAY_FONT_FAMILY, DISPLAY_FONT_FILE } from '../../build/font.ts';
import { readUi } from '../../copy/ui.ts';
import type { Locale } from '../../data/types.ts';
import { makeChart } from '../../flat/chart.ts';
import { escapeXml, pictureSvg } from '../../flat/picture.ts';
import { wrap } from '../../scenes/text.ts';
import { settings } from '../../settings.ts';
import { STEPS } from '../../story/steps.ts';

/** Open Graph's size, px. */
const WIDTH = 1200;
const HEIGHT = 630;
const TITLE = { x: 64, y: 250, size: 92, width: 520 };
const LINE = { size: 30, gap: 46, width: 430 };

export const getStaticPaths = (() => [{ params: { locale: 'zh' } }, { params: { locale: 'en' } }]) satisfies GetStaticPaths;

/** The picture that travels with a link: the opening, the title, the publisher. */
export const GET: APIRoute = ({ params }) => {
  const locale = params['locale'] as Locale;
  const ui = readUi(locale);
  const title = settings.title[locale].split(/(?<=[，,])\s*/);
  const rows = title.map((text, i) => `<text class="display" x="${TITLE.x}" y="${TITLE.y + i * TITLE.size * 1.2}" font-size="${TITLE.size}">${escapeXml(text)}</text>`);
  const below = TITLE.y + title.length * TITLE.size * 1.2;
  const words = wrap(ui.shareText, LINE.size, LINE.width).map(
    (text, i) => `<text class="display muted" x="${TITLE.x}" y="${below + i * LINE.gap}" font-size="${LINE.size}">${escapeXml(text)}</text>`,
  );
  const chart = makeChart(locale, settings.mapMode);
  const svg = pictureSvg({
    steps: STEPS, position: 0, frame: 'landscape', chart, theme: 'night', width: WIDTH, height: HEIGHT,
    fonts: { sans: DISPLAY_FONT_FAMILY, display: DISPLAY_FONT_FAMILY },
    at: { x: 470, y: -6, scale: 0.79 }, around: rows.concat(words).join(''),
  });
  const png = new Resvg(svg, { font: { fontFiles: [DISPLAY_FONT_FILE], loadSystemFonts: false, defaultFontFamily: DISPLAY_FONT_FAMILY } }).render().asPng();
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
};
