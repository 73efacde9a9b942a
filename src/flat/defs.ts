import { basemap, type Basemap } from '../geo/map.ts';
import { tables } from '../data/tables.ts';
import { TONES, type Fill } from '../scenes/shapes.ts';
import type { Settings } from '../settings.ts';
import type { Theme } from '../story/resolve.ts';

/** Marks of one field cell, in a cell 1 unit wide and high. */
const CELLS: Record<'dot' | 'tick' | 'sheet', string> = {
  dot: '<circle cx=".5" cy=".5" r=".37"/>',
  tick: '<path d="M.3.1h.4v.8h-.4z"/>',
  sheet: '<path d="M.12.1h.76v.8H.12z"/>',
};

function pattern(fill: Fill, tone: string, theme: Theme): string {
  const id = `${fill}-${tone}-${theme}`;
  if (fill === 'hatch') {
    return `<pattern id="${id}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0v5" class="p-${tone}" stroke-width="2.4"/></pattern>`;
  }
  if (fill === 'soft') {
    return `<linearGradient id="${id}"><stop class="s-${tone}"/><stop offset="1" class="s-${tone}" stop-opacity="0"/></linearGradient>`;
  }
  return `<pattern id="${id}" width="1" height="1" patternUnits="userSpaceOnUse"><g class="f-${tone}">${CELLS[fill]}</g></pattern>`;
}

/** Hatching on the map in the tone of a line, in base units: wide enough to be seen when a province is a thumbnail. */
const mapHatch = (line: string, theme: Theme): string =>
  `<pattern id="hatch-map-${line}-${theme}" width="13" height="13" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0v13" class="p-${line}" stroke-width="5.5"/></pattern>`;

/** Patterns of a theme, as SVG: `FILL-TONE-THEME`; their colours stand in `src/styles/chart.css` and `line.css`. */
export function patternDefs(theme: Theme): string {
  const fills: Fill[] = ['hatch', 'soft', 'dot', 'tick', 'sheet'];
  const lines = [...tables().lines.values()];
  const tones = [...lines.map(({ id }) => id), ...TONES];
  const hatches = lines.filter(({ originKind }) => originKind === 'region').map(({ id }) => mapHatch(id, theme));
  return `<defs class="${theme}">${fills.flatMap((fill) => tones.map((tone) => pattern(fill, tone, theme))).join('')}${hatches.join('')}</defs>`;
}

/** The map's paths, once a page; scenes refer to them with `<use>`. */
export function mapDefs({ china, island, southSea }: Basemap): string {
  const path = (id: string, d: string): string => `<path id="${id}" d="${d}"/>`;
  return `<defs>${[
    path('china-land', china.land),
    path('china-borders', china.borders),
    ...Object.entries({ ...china.provinces, ...island.counties }).map(([code, d]) => path(`area-${code}`, d)),
    path('isle-coast', island.coast),
    path('isle-glow', island.glow),
    path('isle-borders', island.borders),
    path('south-sea-islets', southSea.islets),
    path('south-sea-coast', southSea.coast),
  ].join('')}</defs>`;
}

/** All that the pictures of a page refer to, once: the land, if there is any, and both themes' patterns. */
export const pageDefs = (mapMode: Settings['mapMode']): string =>
  `${mapMode === 'geographic' ? mapDefs(basemap()) : ''}${patternDefs('night')}${patternDefs('day')}`;
