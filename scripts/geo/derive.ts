import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildChina } from './china.ts';
import { buildHainan } from './hainan.ts';
import { checkPlaces } from './places.ts';
import { readCities, readCounties, readIsland, readProvinces } from './sources.ts';

const DATA = fileURLToPath(new URL('../../data/', import.meta.url));

/** Adcode of Sansha, whose islands lie in the South China Sea. */
const SANSHA = '460300';

/** Windows that hold one large island each: west, south, east, north in degrees. */
const HAINAN_WINDOW = [108.3, 18, 111.5, 20.3] as const;
const TAIWAN_WINDOW = [119.9, 21.5, 122.5, 25.6] as const;

/** Every derived file, by its name in `data/geo`. */
function derive(): Record<string, string> {
  const counties = readCounties();
  const sansha = counties.find(({ id }) => id === SANSHA);
  if (sansha === undefined) throw new Error('hainan.json: expected Sansha (460300)');
  const hainan = readIsland('china', HAINAN_WINDOW);
  const taiwan = readIsland('taiwan', TAIWAN_WINDOW);
  const topologies = {
    'china.topo.json': buildChina(readProvinces(), sansha, { taiwan, hainan }),
    'hainan.topo.json': buildHainan(
      counties.filter(({ id }) => id !== SANSHA),
      hainan,
    ),
  };
  return Object.fromEntries(Object.entries(topologies).map(([name, topo]) => [name, `${JSON.stringify(topo)}\n`]));
}

/** `node derive.ts` writes the files; `node derive.ts --check` says which of them differ from what the sources give. */
function main(check: boolean): void {
  const faults = checkPlaces(readFileSync(`${DATA}places.csv`, 'utf8'), readCities());
  for (const [name, text] of Object.entries(derive())) {
    const path = `${DATA}geo/${name}`;
    if (!check) writeFileSync(path, text);
    else if (!existsSync(path)) faults.push(`data/geo/${name}: does not exist; npm run geo writes it`);
    else if (readFileSync(path, 'utf8') !== text) faults.push(`data/geo/${name}: differs from what the sources give; npm run geo writes it again`);
    console.log(`data/geo/${name}: ${Buffer.byteLength(text)} bytes`);
  }
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
}

const options = process.argv.slice(2);
if (options.some((option) => option !== '--check')) {
  console.error(`npm run geo -- ${options.join(' ')}: expected --check or nothing`);
  process.exit(1);
}
main(options.length > 0);
