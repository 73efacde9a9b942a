import { settings, type Settings } from '../settings.ts';

type MapSettings = Pick<Settings, 'mapMode' | 'mapApprovalNumber'>;

/** What a surface is made for: to be read where it stands, to be posted by others, to be taught with. `docs/maps.md` says it of each. */
const MADE_FOR = {
  page: 'reading',
  embed: 'reading',
  gallery: 'reading',
  picture: 'posting',
  package: 'posting',
  card: 'posting',
  kit: 'posting',
  lesson: 'teaching',
  slides: 'teaching',
  office: 'teaching',
} as const;

/** A surface on which a map can stand. */
export type Surface = keyof typeof MADE_FOR;

/** Every surface, in the order of the table. */
export const SURFACES = Object.keys(MADE_FOR) as Surface[];

/**
 * The kind of map that a surface gets: what is made to be posted or taught has land only under an approval number.
 * @param state the settings of this build, if nothing else is asked for
 */
export const mapModeOf = (surface: Surface, { mapMode, mapApprovalNumber }: MapSettings = settings): Settings['mapMode'] =>
  MADE_FOR[surface] === 'reading' || mapApprovalNumber !== '' ? mapMode : 'schematic';
