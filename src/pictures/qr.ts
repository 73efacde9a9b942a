import { encode } from 'uqr';

/** Light modules that a QR code needs around it (ISO/IEC 18004, 9.1). */
const QUIET = 4;

/**
 * A QR code as one SVG path and its light ground.
 * @param text an address
 * @param x and `y` where its quiet zone begins
 * @param size width and height with the quiet zone, in picture units
 */
export function qrCode(text: string, x: number, y: number, size: number): string {
  const { data } = encode(text, { ecc: 'M', border: QUIET });
  const module = size / data.length;
  const dark = data.flatMap((row, top) => row.flatMap((isDark, left) => (isDark ? [`M${left} ${top}h1v1h-1z`] : [])));
  return `<rect x="${x}" y="${y}" width="${size}" height="${size}" fill="#fff"/><path transform="translate(${x} ${y}) scale(${module})" fill="#000" shape-rendering="crispEdges" d="${dark.join('')}"/>`;
}
