// Binary sources: sound ones, and each broken in one way. Written by hand from docs/guide/packed-columns.md, so that the page proves itself.

const MAGIC = [0x59, 0x5a, 0x54, 0x43, 0x0d, 0x0a, 0x1a, 0x0a];
const aligned = (at) => Math.ceil(at / 8) * 8;

/** A file of packed columns from a header without `size` and the bytes of its sections. */
function packed(header, sections, { version = 1 } = {}) {
  const data = Buffer.concat(sections.map((bytes) => Buffer.concat([bytes, Buffer.alloc(aligned(bytes.length) - bytes.length)])));
  const text = (size) => Buffer.from(JSON.stringify({ ...header, size }));
  const start = aligned(16 + text(Number.MAX_SAFE_INTEGER).length);
  const file = Buffer.alloc(start + data.length, 0x20);
  file.set(MAGIC);
  file.writeUInt32LE(version, 8);
  file.writeUInt32LE(start - 16, 12);
  text(file.length).copy(file, 16);
  data.copy(file, start);
  return file;
}

const bytesOf = (array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength);
const degrees = (...numbers) => bytesOf(Float64Array.from(numbers));

/** Three points with a word each: 甲, 乙, missing. */
function points(codes, options) {
  const words = Buffer.from('甲乙');
  const header = {
    rows: 3,
    crs: 'degrees',
    geometry: { kind: 'point', coordinates: { type: 'f64', at: 0, length: 6 } },
    columns: [
      {
        kind: 'text',
        name: 'name',
        codes: { type: 'u8', at: 48, length: 3 },
        dictionary: { bytes: { type: 'u8', at: 56, length: 6 }, offsets: { type: 'u32', at: 64, length: 3 } },
      },
    ],
  };
  return packed(header, [degrees(120.3, 36.1, 120.4, 36.2, 120.5, 36.3), Buffer.from(codes), words, bytesOf(Uint32Array.from([0, 3, 6]))], options);
}

export const PACKED = points([0, 1, 255]);
const PACKED_CUT = PACKED.subarray(0, PACKED.length - 16);
const PACKED_CODES = points([0, 7, 255]);
const PACKED_VERSION = points([0, 1, 255], { version: 2 });
/** Line ends changed, as a transfer in text mode does. */
const PACKED_AS_TEXT = Buffer.from(PACKED.toString('latin1').replace('\r\n', '\n'), 'latin1');

/** A FlatGeobuf whose header says that it is longer than the file. */
const FLATGEOBUF_CUT = Buffer.from('666762036667620040010000180000000000', 'hex');

/** What a page must say of each; see files.mjs. */
export const BINARY_FAILING = {
  'cut.yztc': { body: PACKED_CUT, code: 'bad-packed', zh: ['文件不完整', '请用 yzt-pack 重新生成'], en: ['it is cut off', 'Write it again with yzt-pack'] },
  'codes.yztc': {
    body: PACKED_CODES,
    code: 'bad-packed',
    zh: ['列「name」第 2 行的代码是 7，字典只有 2 个词', '请用 yzt-pack'],
    en: ['the column "name" has the code 7 in row 2', 'yzt-pack'],
  },
  'newer.yztc': { body: PACKED_VERSION, code: 'bad-packed', zh: ['格式版本是 2', '升级本库'], en: ['its version is 2', 'upgrade the library'] },
  'as-text.yztc': { body: PACKED_AS_TEXT, code: 'bad-packed', zh: ['可能被当作文本传输', '请'], en: ['sent as text', 'Write it again'] },
  'csv.yztc': {
    body: 'name,lon,lat\n甲,120.3,36.1\n',
    attributes: 'format="packed"',
    code: 'bad-packed',
    zh: ['开头没有打包列的标识', '请检查地址，或去掉 format="packed"'],
    en: ['it does not begin as one', 'leave out format="packed"'],
  },
  'cut.fgb': { body: FLATGEOBUF_CUT, code: 'bad-flatgeobuf', zh: ['不完整或已损坏', '请检查传输是否截断'], en: ['cut off or damaged', 'Check that the transfer'] },
};
