/** One sheet as a PDF file (ISO 32000-1): a page with one picture on it. */

export interface PdfSheet {
  /** The picture, as a JPEG file in colour. */
  readonly jpeg: Uint8Array;
  /** Its size in pixels. */
  readonly pixels: readonly [width: number, height: number];
  /** The size of the paper in mm. */
  readonly paper: readonly [width: number, height: number];
  readonly title: string;
  readonly author: string;
  readonly date: Date;
}

const POINTS_PER_MM = 72 / 25.4;

/** A text of the document's data: UTF-16 with a mark, in hexadecimal, so that nothing needs escaping. */
function pdfText(words: string): string {
  let hex = 'FEFF';
  for (let at = 0; at < words.length; at += 1) hex += words.charCodeAt(at).toString(16).padStart(4, '0').toUpperCase();
  return `<${hex}>`;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** `D:20261128090000Z` */
function pdfDate(date: Date): string {
  return `(D:${date.getUTCFullYear()}${two(date.getUTCMonth() + 1)}${two(date.getUTCDate())}${two(date.getUTCHours())}${two(date.getUTCMinutes())}${two(date.getUTCSeconds())}Z)`;
}

/** The bytes of the file. */
export function pdfFile({ jpeg, pixels, paper, title, author, date }: PdfSheet): Uint8Array {
  const [width, height] = paper.map((mm) => Number((mm * POINTS_PER_MM).toFixed(2)));
  const paint = `q ${width} 0 0 ${height} 0 0 cm /Sheet Do Q`;
  const objects: (string | readonly [string, Uint8Array])[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Resources << /XObject << /Sheet 5 0 R >> >> /Contents 4 0 R >>`,
    `<< /Length ${paint.length} >>\nstream\n${paint}\nendstream`,
    [
      `<< /Type /XObject /Subtype /Image /Width ${pixels[0]} /Height ${pixels[1]} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`,
      jpeg,
    ],
    `<< /Title ${pdfText(title)} /Author ${pdfText(author)} /CreationDate ${pdfDate(date)} >>`,
  ];
  return bytesOf(objects);
}

/** Objects one after the other, and the table of where each begins. */
function bytesOf(objects: readonly (string | readonly [string, Uint8Array])[]): Uint8Array {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  let length = 0;
  const add = (part: string | Uint8Array): void => {
    const bytes = typeof part === 'string' ? encoder.encode(part) : part;
    parts.push(bytes);
    length += bytes.length;
  };
  // The second line tells programs that move files that this one is not text.
  add('%PDF-1.4\n');
  add(Uint8Array.of(0x25, 0xe5, 0x9b, 0xbe, 0x0a));
  const starts = objects.map((object, index) => {
    const start = length;
    add(`${index + 1} 0 obj\n`);
    if (typeof object === 'string') add(object);
    else {
      add(object[0]);
      add(object[1]);
      add('\nendstream');
    }
    add('\nendobj\n');
    return start;
  });
  const table = length;
  const rows = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  add(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${table}\n%%EOF\n`);
  const file = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}
