import { Workbook } from '@cj-tech-master/excelts';
import { HEAD, xml } from './xml.ts';

/** A bar: what it is called, its value, and how Excel is to write it, with unit and qualifier: `"超过"#,##0"人"`. */
export interface Bar {
  name: string;
  /** null = left empty, for a class to fill in */
  value: number | null;
  format: string;
}

/** A native chart: a teacher opens its sheet, changes a number, and the bar and its label follow. */
export interface BarChart {
  /** what is counted, the head of the column of numbers */
  series: string;
  bars: readonly Bar[];
  /** columns stand, bars lie */
  direction: 'col' | 'bar';
  /** end of the scale: room for the labels, and none that tells what is to be guessed */
  end: number;
  /** what it shows, in words */
  alt: string;
}

const SIZE = { label: 2000, axis: 1600 };
const textOf = (size: number, lang: string, bold = false): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}"${bold ? ' b="1"' : ''}><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/></a:defRPr></a:pPr><a:endParaRPr lang="${lang}"/></a:p></c:txPr>`;
const SHOWS =
  '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>';
const points = (values: readonly (string | number | null)[]): string =>
  `<c:ptCount val="${values.length}"/>${values.map((value, i) => (value === null ? '' : `<c:pt idx="${i}"><c:v>${xml(String(value))}</c:v></c:pt>`)).join('')}`;

/**
 * A chart's part.
 * @param sheet name of its workbook's sheet
 */
export function chartXml({ series, bars, direction, end }: BarChart, sheet: string, lang: string): string {
  const at = (cells: string): string => `'${sheet}'!${cells}`;
  const last = bars.length + 1;
  const labels = bars
    .map(
      ({ format }, i) =>
        `<c:dLbl><c:idx val="${i}"/><c:numFmt formatCode="${xml(format)}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textOf(SIZE.label, lang, true)}<c:dLblPos val="outEnd"/>${SHOWS}</c:dLbl>`,
    )
    .join('');
  const axes = direction === 'col' ? { category: 'b', value: 'l', order: 'minMax' } : { category: 'l', value: 'b', order: 'maxMin' };
  const none = '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>';
  return (
    `${HEAD}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:date1904 val="0"/><c:lang val="${lang}"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>` +
    `<c:barChart><c:barDir val="${direction}"/><c:grouping val="clustered"/><c:varyColors val="0"/><c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>${at('$B$1')}</c:f><c:strCache>${points([series])}</c:strCache></c:strRef></c:tx>` +
    `<c:spPr><a:solidFill><a:schemeClr val="accent1"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/><c:dLbls>${labels}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textOf(SIZE.label, lang, true)}<c:dLblPos val="outEnd"/>${SHOWS}</c:dLbls>` +
    `<c:cat><c:strRef><c:f>${at(`$A$2:$A$${last}`)}</c:f><c:strCache>${points(bars.map(({ name }) => name))}</c:strCache></c:strRef></c:cat>` +
    `<c:val><c:numRef><c:f>${at(`$B$2:$B$${last}`)}</c:f><c:numCache><c:formatCode>General</c:formatCode>${points(bars.map(({ value }) => value))}</c:numCache></c:numRef></c:val></c:ser><c:gapWidth val="70"/><c:axId val="111"/><c:axId val="222"/></c:barChart>` +
    `<c:catAx><c:axId val="111"/><c:scaling><c:orientation val="${axes.order}"/></c:scaling><c:delete val="0"/><c:axPos val="${axes.category}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr><a:ln w="19050"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:ln></c:spPr>${textOf(SIZE.axis, lang)}<c:crossAx val="222"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>` +
    `<c:valAx><c:axId val="222"/><c:scaling><c:orientation val="minMax"/><c:max val="${end}"/><c:min val="0"/></c:scaling><c:delete val="1"/><c:axPos val="${axes.value}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="111"/><c:crosses val="autoZero"/></c:valAx>` +
    `${none}</c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textOf(SIZE.axis, lang)}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`
  );
}

/** A chart's workbook: names and numbers, each with its unit. */
export async function chartBook({ series, bars }: BarChart, sheet: string, day: string): Promise<Uint8Array> {
  const book = new Workbook();
  book.created = book.modified = new Date(`${day}T00:00:00Z`);
  const page = book.addWorksheet(sheet);
  page.columns = [{ width: 40 }, { width: 24 }];
  page.getCell('B1').value = series;
  bars.forEach(({ name, value, format }, i) => {
    page.getCell(`A${i + 2}`).value = name;
    page.getCell(`B${i + 2}`).value = value;
    page.getCell(`B${i + 2}`).numFmt = format;
  });
  return new Uint8Array(await book.xlsx.writeBuffer());
}
