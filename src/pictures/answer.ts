/** Files as responses: as bytes, for Astro writes a body to disk as it comes. */
export const pngResponse = (png: Uint8Array): Response => new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
export const zipResponse = (zip: Uint8Array): Response => new Response(new Uint8Array(zip), { headers: { 'Content-Type': 'application/zip' } });
export const textResponse = (text: string): Response => new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
export const htmlResponse = (html: string): Response => new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
