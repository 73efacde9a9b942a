/** The parts of topojson-simplify that we use; the package brings no types. */
declare module 'topojson-simplify' {
  type Topology = import('topojson-specification').Topology;
  /** Gives each point of each arc a third number: the area of its triangle. Quantisation is undone. */
  export function presimplify(topology: Topology, weight?: (triangle: [number, number][]) => number): Topology;
  /** Leaves out points of less weight. */
  export function simplify(topology: Topology, minWeight: number): Topology;
  /** Area of a triangle on the unit sphere, in steradians; corners in degrees. */
  export function sphericalTriangleArea(triangle: [number, number][]): number;
}
