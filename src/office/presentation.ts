import { fill } from '../data/fill.ts';
import { tables, type Tables } from '../data/tables.ts';
import type { Locale } from '../data/types.ts';
import { modifiedOf } from '../data/dates.ts';
import { settings } from '../settings.ts';
import { chartBook, chartXml, type BarChart } from './bar-chart.ts';
import { inkOf } from './colours.ts';
import { propertiesLine } from './credit.ts';
import { packParts, type Parts } from './package.ts';
import type { OfficePicture } from './picture.ts';
import type { Span } from './spans.ts';
import { readOffice, type OfficeUi } from './words.ts';
import { HEAD, NAMES, paragraphs, relations, xfrm, xml, type Place, type Relation } from './xml.ts';

/** One slide of a deck. Its words stand in the master's placeholders; nothing on it says a size, a face or a colour. */
export interface DeckSlide {
  layout: 'title' | 'text' | 'side';
  title: string;
  body: readonly (readonly Span[])[];
  figure?: { kind: 'picture'; picture: OfficePicture } | { kind: 'chart'; chart: BarChart };
  /** source and what to keep in mind, at the foot */
  source: string;
  /** for the teacher, paragraph by paragraph */
  notes: readonly string[];
}

/** 16:9, in English Metric Units. */
const SLIDE = { width: 12_192_000, height: 6_858_000 };
const NOTES = { width: 6_858_000, height: 9_144_000 };
const INCH = 914_400;
const inches = (x: number, y: number, width: number, height: number): Place => ({
  x: x * INCH,
  y: y * INCH,
  width: Math.round(width * INCH),
  height: Math.round(height * INCH),
});

/** Where everything stands on a slide, in inches; the picture has the ratio of a slide's picture. */
const BOX = {
  title: inches(0.6, 0.35, 12.13, 1),
  body: inches(0.6, 1.5, 12.13, 5),
  aside: inches(0.6, 1.5, 5.05, 5),
  figure: inches(5.9, 1.5, 6.83, 5.2),
  source: inches(0.6, 6.72, 11.2, 0.6),
  number: inches(11.93, 6.82, 0.8, 0.4),
  cover: inches(0.6, 1.6, 5.3, 1.9),
  subtitle: inches(0.6, 3.6, 5.3, 2.4),
  bar: inches(0, 0, 0.18, 7.5),
} as const;
/** Points for the body of a slide beside a picture and without one: how many paragraphs fit is worked out from them. */
export const BODY = { size: 24, aside: { width: 5.05 * 72 - 14, height: 5 * 72 }, wide: { width: 12.13 * 72 - 14, height: 5 * 72 } } as const;
/** Type in hundredths of a point. */
const TYPE = { title: 3600, cover: 4400, body: BODY.size * 100, source: 1400, notes: 1200 };

/** A picture's box in the figure's room: its own ratio, in the middle. */
function contained({ width, height }: { width: number; height: number }, { x, y, width: w, height: h }: Place): Place {
  const scale = Math.min(w / width, h / height);
  const [own, tall] = [Math.round(width * scale), Math.round(height * scale)];
  return { x: x + Math.round((w - own) / 2), y, width: own, height: tall };
}

function themeXml(name: string, ui: OfficeUi, data: Tables): string {
  const tones = [...data.lines.values()].map(({ tone }) => tone.day.slice(1).toUpperCase());
  const [first = inkOf('accent'), second = inkOf('late')] = tones;
  const colours = {
    dk1: inkOf('ink'),
    lt1: inkOf('ground'),
    dk2: inkOf('muted'),
    lt2: inkOf('raised'),
    accent1: inkOf('fallen'),
    accent2: first,
    accent3: second,
    accent4: inkOf('accent'),
    accent5: inkOf('rule'),
    accent6: inkOf('isle'),
    hlink: inkOf('accent'),
    folHlink: inkOf('muted'),
  };
  const scheme = Object.entries(colours)
    .map(([key, value]) => `<a:${key}><a:srgbClr val="${value}"/></a:${key}>`)
    .join('');
  const face = (east: string): string => `<a:latin typeface="${xml(ui.faceLatin)}"/><a:ea typeface="${xml(east)}"/><a:cs typeface=""/>`;
  const fills = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'.repeat(3);
  const lines = '<a:ln w="9525"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>'.repeat(3);
  const effects = '<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3);
  return `${HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="${xml(name)}"><a:themeElements><a:clrScheme name="${xml(name)}">${scheme}</a:clrScheme><a:fontScheme name="${xml(name)}"><a:majorFont>${face(ui.faceHead)}</a:majorFont><a:minorFont>${face(ui.faceBody)}</a:minorFont></a:fontScheme><a:fmtScheme name="${xml(name)}"><a:fillStyleLst>${fills}</a:fillStyleLst><a:lnStyleLst>${lines}</a:lnStyleLst><a:effectStyleLst>${effects}</a:effectStyleLst><a:bgFillStyleLst>${fills}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;
}

const tree = (shapes: string): string =>
  `<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>${shapes}</p:spTree>`;

/** A placeholder on the master or a layout: where it stands, and its type. */
function holder(id: number, name: string, ph: string, place: Place, prompt: string, lang: string, style = '', body = ''): string {
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${xml(name)}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${ph}/></p:nvPr></p:nvSpPr><p:spPr>${xfrm(place)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr${body}><a:normAutofit/></a:bodyPr><a:lstStyle>${style}</a:lstStyle><a:p><a:r><a:rPr lang="${lang}" dirty="0"/><a:t>${xml(prompt)}</a:t></a:r></a:p></p:txBody></p:sp>`;
}

const numberHolder = (id: number, ui: OfficeUi, place?: Place): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${xml(ui.boxNumber)}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldNum" sz="quarter" idx="12"/></p:nvPr></p:nvSpPr><p:spPr>${place ? `${xfrm(place)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>` : ''}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle>${place ? `<a:lvl1pPr algn="r"><a:defRPr sz="${TYPE.source}"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:defRPr></a:lvl1pPr>` : ''}</a:lstStyle><a:p><a:fld id="{2F6B9C1E-0B5D-4E0A-9C3B-6D1E5A7F8B01}" type="slidenum"><a:rPr lang="${ui.lang}" dirty="0"/><a:t>‹#›</a:t></a:fld></a:p></p:txBody></p:sp>`;

/** The strip at the edge, the same on every slide. */
const strip = (id: number, name: string): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${xml(name)}"><a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst></p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>${xfrm(BOX.bar)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-US" dirty="0"/></a:p></p:txBody></p:sp>`;

const COLOURS =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';
const BACKGROUND = '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>';
const FONTS = {
  major: '<a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/><a:cs typeface="+mj-cs"/>',
  minor: '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>',
};
const inInk = (size: number, look: string, fonts: string, ink = 'tx1'): string =>
  `<a:defRPr sz="${size}"${look} kern="1200"><a:solidFill><a:schemeClr val="${ink}"/></a:solidFill>${fonts}</a:defRPr>`;
// Chinese breaks lines anywhere but before closing marks; those may hang.
const LINES = ' eaLnBrk="1" latinLnBrk="0" hangingPunct="1"';
const bullet = (level: number): string =>
  `<a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buFont typeface="Arial"/><a:buChar char="${level === 1 ? '•' : '–'}"/>`;
const PLAIN = '<a:buNone/>';

function masterXml(ui: OfficeUi, layouts: number): string {
  const levels = [1, 2, 3]
    .map(
      (level) =>
        `<a:lvl${level}pPr marL="${(level - 1) * 342_900}" indent="0" algn="l" rtl="0"${LINES}><a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPts val="900"/></a:spcBef>${level === 1 ? PLAIN : bullet(level)}${inInk(TYPE.body, '', FONTS.minor)}</a:lvl${level}pPr>`,
    )
    .join('');
  const shapes = [
    strip(7, ui.master),
    holder(2, ui.boxTitle, 'type="title"', BOX.title, ui.boxTitle, ui.lang, '', ' lIns="91440" tIns="45720" rIns="91440" bIns="45720" anchor="ctr"'),
    holder(3, ui.boxText, 'type="body" idx="1"', BOX.body, ui.boxText, ui.lang, '', ' lIns="91440" tIns="45720" rIns="91440" bIns="45720"'),
    numberHolder(4, ui, BOX.number),
  ].join('');
  return `${HEAD}<p:sldMaster ${NAMES}><p:cSld>${BACKGROUND}${tree(shapes)}</p:cSld>${COLOURS}<p:sldLayoutIdLst>${Array.from({ length: layouts }, (_, i) => `<p:sldLayoutId id="${2_147_483_649 + i}" r:id="rId${i + 1}"/>`).join('')}</p:sldLayoutIdLst><p:txStyles><p:titleStyle><a:lvl1pPr algn="l" rtl="0"${LINES}><a:lnSpc><a:spcPct val="95000"/></a:lnSpc><a:spcBef><a:spcPct val="0"/></a:spcBef>${PLAIN}${inInk(TYPE.title, ' b="1"', FONTS.major)}</a:lvl1pPr></p:titleStyle><p:bodyStyle>${levels}</p:bodyStyle><p:otherStyle><a:lvl1pPr algn="l"${LINES}>${inInk(1800, '', FONTS.minor)}</a:lvl1pPr></p:otherStyle></p:txStyles></p:sldMaster>`;
}

const SOURCE_STYLE = `<a:lvl1pPr marL="0" indent="0"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef>${PLAIN}<a:defRPr sz="${TYPE.source}"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:defRPr></a:lvl1pPr>`;
const layout = (type: string, name: string, shapes: string): string =>
  `${HEAD}<p:sldLayout ${NAMES} ${type === '' ? '' : `type="${type}" `}preserve="1" userDrawn="1"><p:cSld name="${xml(name)}">${tree(shapes)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`;

/** Names of the layouts by what a slide has; the order is that of their files. */
const LAYOUTS = ['title', 'text', 'picture', 'chart'] as const;
type LayoutName = (typeof LAYOUTS)[number];

function layoutXml(name: LayoutName, ui: OfficeUi): string {
  const foot =
    holder(5, ui.boxSource, 'type="body" sz="quarter" idx="13"', BOX.source, ui.boxSource, ui.lang, SOURCE_STYLE, ' anchor="t"') +
    numberHolder(6, ui);
  const title = holder(2, ui.boxTitle, 'type="title"', BOX.title, ui.boxTitle, ui.lang);
  switch (name) {
    case 'title':
      return layout(
        'title',
        ui.layoutTitle,
        [
          holder(
            2,
            ui.boxTitle,
            'type="ctrTitle"',
            BOX.cover,
            ui.boxTitle,
            ui.lang,
            `<a:lvl1pPr><a:defRPr sz="${TYPE.cover}"/></a:lvl1pPr>`,
            ' anchor="b"',
          ),
          holder(3, ui.boxText, 'type="subTitle" idx="1"', BOX.subtitle, ui.boxText, ui.lang),
          holder(4, ui.boxPicture, 'type="pic" idx="14"', BOX.figure, ui.boxPicture, ui.lang),
          foot,
        ].join(''),
      );
    case 'text':
      return layout('obj', ui.layoutText, [title, holder(3, ui.boxText, 'idx="1"', BOX.body, ui.boxText, ui.lang), foot].join(''));
    case 'picture':
    case 'chart':
      return layout(
        '',
        name === 'picture' ? ui.layoutPicture : ui.layoutWide,
        [
          title,
          holder(3, ui.boxText, 'type="body" idx="1"', BOX.aside, ui.boxText, ui.lang),
          holder(
            4,
            name === 'picture' ? ui.boxPicture : ui.boxChart,
            `type="${name === 'picture' ? 'pic' : 'chart'}" idx="14"`,
            BOX.figure,
            name === 'picture' ? ui.boxPicture : ui.boxChart,
            ui.lang,
          ),
          foot,
        ].join(''),
      );
  }
}

/** What a slide's placeholder says; where it stands and how it looks is the layout's. */
const text = (id: number, name: string, ph: string, words: string): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${xml(name)}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${ph}/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>${words}</p:txBody></p:sp>`;

const layoutOf = ({ layout: wanted, figure }: DeckSlide): LayoutName => (wanted === 'title' ? 'title' : figure === undefined ? 'text' : figure.kind);

function figureXml({ figure }: DeckSlide, ui: OfficeUi): string {
  if (figure === undefined) return '';
  if (figure.kind === 'picture') {
    const { alt } = figure.picture;
    return `<p:pic><p:nvPicPr><p:cNvPr id="4" name="${xml(ui.boxPicture)}" descr="${xml(alt)}"/><p:cNvPicPr><a:picLocks noGrp="1" noChangeAspect="1"/></p:cNvPicPr><p:nvPr><p:ph type="pic" idx="14"/></p:nvPr></p:nvPicPr><p:blipFill><a:blip r:embed="rId2"><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="rId3"/></a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>${xfrm(contained(figure.picture, BOX.figure))}</p:spPr></p:pic>`;
  }
  return `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="4" name="${xml(ui.boxChart)}" descr="${xml(figure.chart.alt)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr><p:ph type="chart" idx="14"/></p:nvPr></p:nvGraphicFramePr>${xfrm(BOX.figure, 'p:xfrm')}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId2"/></a:graphicData></a:graphic></p:graphicFrame>`;
}

function slideXml(slide: DeckSlide, ui: OfficeUi): string {
  const { layout: wanted, title, body, source } = slide;
  const shapes = [
    text(2, ui.boxTitle, wanted === 'title' ? 'type="ctrTitle"' : 'type="title"', paragraphs([[{ text: title }]], ui.lang)),
    text(
      3,
      ui.boxText,
      wanted === 'title' ? 'type="subTitle" idx="1"' : layoutOf(slide) === 'text' ? 'idx="1"' : 'type="body" idx="1"',
      paragraphs(body, ui.lang),
    ),
    figureXml(slide, ui),
    text(5, ui.boxSource, 'type="body" sz="quarter" idx="13"', paragraphs([[{ text: source }]], ui.lang)),
    numberHolder(6, ui),
  ];
  return `${HEAD}<p:sld ${NAMES}><p:cSld>${tree(shapes.join(''))}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`;
}

const NOTE_BOXES = {
  picture: { x: 685_800, y: 685_800, width: 5_486_400, height: 3_086_100 },
  text: { x: 685_800, y: 4_000_500, width: 5_486_400, height: 4_800_600 },
} as const;
const notePicture = (ui: OfficeUi, place?: Place): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="2" name="${xml(ui.boxPicture)}"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"${place ? ' idx="2"' : ''}/></p:nvPr></p:nvSpPr><p:spPr>${place ? `${xfrm(place)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>` : ''}</p:spPr></p:sp>`;

function notesMasterXml(ui: OfficeUi): string {
  const shapes =
    notePicture(ui, NOTE_BOXES.picture) + holder(3, ui.boxNotes, 'type="body" sz="quarter" idx="3"', NOTE_BOXES.text, ui.boxNotes, ui.lang);
  return `${HEAD}<p:notesMaster ${NAMES}><p:cSld>${BACKGROUND}${tree(shapes)}</p:cSld>${COLOURS}<p:notesStyle><a:lvl1pPr algn="l"${LINES}><a:spcBef><a:spcPts val="400"/></a:spcBef>${inInk(TYPE.notes, '', FONTS.minor)}</a:lvl1pPr></p:notesStyle></p:notesMaster>`;
}

const notesXml = (notes: readonly string[], ui: OfficeUi): string =>
  `${HEAD}<p:notes ${NAMES}><p:cSld>${tree(
    notePicture(ui) +
      text(
        3,
        ui.boxNotes,
        'type="body" idx="1"',
        paragraphs(
          notes.map((note) => [{ text: note }]),
          ui.lang,
        ),
      ),
  )}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`;

function presentationXml(slides: number, lang: string): string {
  // After the master come the slides, then the notes' master.
  const list = Array.from({ length: slides }, (_, i) => `<p:sldId id="${256 + i}" r:id="rId${i + 2}"/>`).join('');
  return `${HEAD}<p:presentation ${NAMES} saveSubsetFonts="1" autoCompressPictures="0"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId${slides + 2}"/></p:notesMasterIdLst><p:sldIdLst>${list}</p:sldIdLst><p:sldSz cx="${SLIDE.width}" cy="${SLIDE.height}"/><p:notesSz cx="${NOTES.width}" cy="${NOTES.height}"/><p:defaultTextStyle><a:defPPr><a:defRPr lang="${lang}"/></a:defPPr></p:defaultTextStyle></p:presentation>`;
}

function coreXml(title: string, locale: Locale, ui: OfficeUi, data: Tables): string {
  const day = modifiedOf(data);
  const when = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:${name}>`;
  return `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xml(title)}</dc:title><dc:creator>${xml(settings.publisher[locale])}</dc:creator><dc:description>${xml(propertiesLine(locale, data))}</dc:description><dc:language>${ui.lang}</dc:language>${when('created')}${when('modified')}</cp:coreProperties>`;
}

const OPENXML = 'application/vnd.openxmlformats-officedocument';
const PRESENTATION = `${OPENXML}.presentationml`;
/** Kinds of parts by where they lie. */
const TYPES: readonly (readonly [RegExp, string])[] = [
  [/^ppt\/presentation\.xml$/, `${PRESENTATION}.presentation.main+xml`],
  [/^ppt\/slides\/[^/]+\.xml$/, `${PRESENTATION}.slide+xml`],
  [/^ppt\/slideLayouts\/[^/]+\.xml$/, `${PRESENTATION}.slideLayout+xml`],
  [/^ppt\/slideMasters\/[^/]+\.xml$/, `${PRESENTATION}.slideMaster+xml`],
  [/^ppt\/notesSlides\/[^/]+\.xml$/, `${PRESENTATION}.notesSlide+xml`],
  [/^ppt\/notesMasters\/[^/]+\.xml$/, `${PRESENTATION}.notesMaster+xml`],
  [/^ppt\/theme\//, `${OPENXML}.theme+xml`],
  [/^ppt\/charts\/[^/]+\.xml$/, `${OPENXML}.drawingml.chart+xml`],
  [/^ppt\/presProps\.xml$/, `${PRESENTATION}.presProps+xml`],
  [/^docProps\/app\.xml$/, `${OPENXML}.extended-properties+xml`],
  [/^docProps\/core\.xml$/, 'application/vnd.openxmlformats-package.core-properties+xml'],
];
const DEFAULTS = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
  png: 'image/png',
  svg: 'image/svg+xml',
  xlsx: `${OPENXML}.spreadsheetml.sheet`,
};

function typesXml(paths: readonly string[]): string {
  const overrides = paths.toSorted().flatMap((path) => {
    const found = TYPES.find(([pattern]) => pattern.test(path));
    return found === undefined ? [] : [`<Override PartName="/${path}" ContentType="${found[1]}"/>`];
  });
  return `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${Object.entries(DEFAULTS)
    .map(([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`)
    .join('')}${overrides.join('')}</Types>`;
}

/** The parts of the pictures and charts: each picture once, however many slides show it. */
async function figureParts(
  slides: readonly DeckSlide[],
  ui: OfficeUi,
  day: string,
): Promise<{ parts: Record<string, string | Uint8Array>; relationsOf: (slide: DeckSlide) => Relation[] }> {
  const parts: Record<string, string | Uint8Array> = {};
  const pictures = new Map<Uint8Array, number>();
  const charts = new Map<DeckSlide, number>();
  for (const slide of slides) {
    const { figure } = slide;
    if (figure?.kind === 'picture' && !pictures.has(figure.picture.svg)) {
      const number = pictures.size + 1;
      pictures.set(figure.picture.svg, number);
      parts[`ppt/media/picture${number}.png`] = figure.picture.png;
      parts[`ppt/media/picture${number}.svg`] = figure.picture.svg;
    } else if (figure?.kind === 'chart') {
      const number = charts.size + 1;
      charts.set(slide, number);
      parts[`ppt/charts/chart${number}.xml`] = chartXml(figure.chart, ui.sheetFacts, ui.lang);
      parts[`ppt/charts/_rels/chart${number}.xml.rels`] = relations([{ kind: 'package', target: `../embeddings/chart${number}.xlsx` }]);
      parts[`ppt/embeddings/chart${number}.xlsx`] = await chartBook(figure.chart, ui.sheetFacts, day);
    }
  }
  const relationsOf = (slide: DeckSlide): Relation[] => {
    if (slide.figure?.kind === 'chart') return [{ kind: 'chart', target: `../charts/chart${charts.get(slide)}.xml` }];
    if (slide.figure?.kind !== 'picture') return [];
    return ['png', 'svg'].map((ending) => ({
      kind: 'image',
      target: `../media/picture${pictures.get((slide.figure as { picture: OfficePicture }).picture.svg)}.${ending}`,
    }));
  };
  return { parts, relationsOf };
}

/**
 * Writes a deck: the same slides give the same bytes.
 * @param title in the file's properties
 */
export async function writePresentation(title: string, slides: readonly DeckSlide[], locale: Locale, data: Tables = tables()): Promise<Uint8Array> {
  const { ui } = readOffice(locale);
  const day = modifiedOf(data);
  const figures = await figureParts(slides, ui, day);
  const parts: Record<string, string | Uint8Array> = { ...figures.parts };
  const theme = fill(ui.themeName, { title: settings.title[locale] });
  slides.forEach((slide, i) => {
    const number = i + 1;
    const { length } = figures.relationsOf(slide);
    parts[`ppt/slides/slide${number}.xml`] = slideXml(slide, ui);
    parts[`ppt/slides/_rels/slide${number}.xml.rels`] = relations([
      { kind: 'slideLayout', target: `../slideLayouts/slideLayout${LAYOUTS.indexOf(layoutOf(slide)) + 1}.xml` },
      ...figures.relationsOf(slide),
      { kind: 'notesSlide', target: `../notesSlides/notesSlide${number}.xml` },
    ]);
    if (length > 2) throw new Error(`slide ${number} has ${length} files of a figure, expected 2 at most`);
    parts[`ppt/notesSlides/notesSlide${number}.xml`] = notesXml(slide.notes, ui);
    parts[`ppt/notesSlides/_rels/notesSlide${number}.xml.rels`] = relations([
      { kind: 'notesMaster', target: '../notesMasters/notesMaster1.xml' },
      { kind: 'slide', target: `../slides/slide${number}.xml` },
    ]);
  });
  LAYOUTS.forEach((name, i) => {
    parts[`ppt/slideLayouts/slideLayout${i + 1}.xml`] = layoutXml(name, ui);
    parts[`ppt/slideLayouts/_rels/slideLayout${i + 1}.xml.rels`] = relations([{ kind: 'slideMaster', target: '../slideMasters/slideMaster1.xml' }]);
  });
  parts['ppt/slideMasters/slideMaster1.xml'] = masterXml(ui, LAYOUTS.length);
  parts['ppt/slideMasters/_rels/slideMaster1.xml.rels'] = relations([
    ...LAYOUTS.map((_, i) => ({ kind: 'slideLayout', target: `../slideLayouts/slideLayout${i + 1}.xml` })),
    { kind: 'theme', target: '../theme/theme1.xml' },
  ]);
  parts['ppt/notesMasters/notesMaster1.xml'] = notesMasterXml(ui);
  parts['ppt/notesMasters/_rels/notesMaster1.xml.rels'] = relations([{ kind: 'theme', target: '../theme/theme2.xml' }]);
  parts['ppt/theme/theme1.xml'] = parts['ppt/theme/theme2.xml'] = themeXml(theme, ui, data);
  parts['ppt/presentation.xml'] = presentationXml(slides.length, ui.lang);
  parts['ppt/presProps.xml'] = `${HEAD}<p:presentationPr ${NAMES}/>`;
  parts['ppt/_rels/presentation.xml.rels'] = relations([
    { kind: 'slideMaster', target: 'slideMasters/slideMaster1.xml' },
    ...slides.map((_, i) => ({ kind: 'slide', target: `slides/slide${i + 1}.xml` })),
    { kind: 'notesMaster', target: 'notesMasters/notesMaster1.xml' },
    { kind: 'theme', target: 'theme/theme1.xml' },
    { kind: 'presProps', target: 'presProps.xml' },
  ]);
  parts['docProps/core.xml'] = coreXml(title, locale, ui, data);
  parts['docProps/app.xml'] =
    `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Office PowerPoint</Application><Slides>${slides.length}</Slides><Notes>${slides.length}</Notes><HiddenSlides>0</HiddenSlides></Properties>`;
  parts['_rels/.rels'] = relations([
    { kind: 'officeDocument', target: 'ppt/presentation.xml' },
    { kind: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties', target: 'docProps/core.xml' },
    { kind: 'extended-properties', target: 'docProps/app.xml' },
  ]);
  return packParts({ '[Content_Types].xml': typesXml(Object.keys(parts)), ...parts } as Parts, day);
}
