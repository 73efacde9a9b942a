/** The parts that we use of packages which only this folder installs, so that the site's own type check needs none of them. */
declare module 'polygon-clipping' {
  type Geometry = [number, number][][][];
  const clip: {
    union(first: Geometry, ...rest: Geometry[]): Geometry;
    intersection(first: Geometry, ...rest: Geometry[]): Geometry;
    difference(first: Geometry, ...rest: Geometry[]): Geometry;
  };
  export default clip;
}
declare module 'topojson-server' {
  export function topology(objects: Record<string, import('geojson').GeoJSON>, quantization?: number): import('topojson-specification').Topology;
}
