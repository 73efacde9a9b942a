import { ENDINGS, officeBytes, type OfficeFile } from './files.ts';

/** What each ending is, as a server says it. */
const TYPES: Readonly<Record<(typeof ENDINGS)[keyof typeof ENDINGS], string>> = {
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
};

/** A file as a response: as bytes, for Astro writes a body to disk as it comes. */
export const officeResponse = async (file: OfficeFile): Promise<Response> =>
  new Response(new Uint8Array(await officeBytes(file)), { headers: { 'Content-Type': TYPES[ENDINGS[file.kind]] } });
