import type { APIRoute } from 'astro';
import { officeResponse } from '../../../office/answer.ts';
import { officeFiles, type OfficeFile } from '../../../office/files.ts';
import { offered } from '../../../pictures/offered.ts';

export const getStaticPaths = () => offered(officeFiles('pptx')).map((file) => ({ params: { name: file.name }, props: { file } }));

export const GET: APIRoute<{ file: OfficeFile }> = ({ props }) => officeResponse(props.file);
