import type { City } from './sources.ts';

/** What `source` says of a row whose point comes from GeoNames. */
const GEONAMES = 'GeoNames';

/**
 * Compares the GeoNames rows of `places.csv` with GeoNames itself.
 * `source_id` is `country.admin1/name`, as the extract that we read keeps no other id.
 * @param text `data/places.csv`; the columns that are read hold no commas or quotes
 * @returns one sentence for each row that differs
 */
export function checkPlaces(text: string, cities: readonly City[]): string[] {
  const [header = '', ...rows] = text.trim().split('\n');
  const columns = header.split(',');
  return rows.flatMap((row) => {
    const cells = row.split(',');
    const cell = (name: string): string => cells[columns.indexOf(name)] ?? '';
    if (cell('source') !== GEONAMES) return [];
    const found = cities.filter(({ country, admin1, name }) => `${country}.${admin1}/${name}` === cell('source_id'));
    if (found.length !== 1) return [`data/places.csv, ${cell('id')}: ${found.length} places in GeoNames are ${cell('source_id')}, expected one`];
    const same = Number(found[0]!.lng) === Number(cell('lon')) && Number(found[0]!.lat) === Number(cell('lat'));
    return same ? [] : [`data/places.csv, ${cell('id')}: expected ${found[0]!.lng},${found[0]!.lat}, as in GeoNames`];
  });
}
