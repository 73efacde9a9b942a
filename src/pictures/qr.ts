import { modulesOf } from '../lesson/player/badge.ts';

/**
 * A QR code as one SVG path and its light ground.
 * @param text an address
 * @param x and `y` where its quiet zone begins
 * @param size width and height with the quiet zone, in picture units
 */
export function qrCode(text: string, x: number, y: number, size: number): string {
  const modules = modulesOf(text);
  const module = size / modules.size;
  return `<rect x="${x}" y="${y}" width="${size}" height="${size}" fill="#fff"/><path transform="translate(${x} ${y}) scale(${module})" fill="#000" shape-rendering="crispEdges" d="${modules.d}"/>`;
}
