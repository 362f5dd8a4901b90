#!/usr/bin/env node
// @ts-check
// yzt-pack in.geojson out.yztc: GeoJSON, CSV or FlatGeobuf to packed columns. Format: docs/guide/packed-columns.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { packedSummary, packSchema, packTable } from '@yizhangtu/data/pack';
import { readTable } from '@yizhangtu/data/readers';

const ENGLISH = /^en/i.test(process.env['LC_ALL'] || process.env['LANG'] || '');

/** One of two languages: that of the terminal, Chinese if it says none. */
const say = (/** @type {string} */ zh, /** @type {string} */ en) => (ENGLISH ? en : zh);

const USAGE = say(
  `用法：yzt-pack <输入.geojson|.csv|.fgb> <输出.yztc> [选项]

  --schema <文件>      字段说明（JSON）：别名、单位、代码表、脱敏
  --lossless           坐标一位不差（默认：7 位小数以内不变，其余误差不超过 5.6 毫米）
  --direct             按内存中的样子写出：文件较大，读取时不复制
  --source <文字>      数据来源，例如「青岛市体育局」
  --licence <文字>     使用条款
  --updated <日期>     数据日期，例如 2026-06-30
  --example            示例数据
  --format <格式>      geojson、csv、flatgeobuf（默认自动识别）
  --encoding <编码>    utf-8、gb18030（默认自动识别）
  --lon-field <列>     经度列（默认自动识别）
  --lat-field <列>     纬度列`,
  `Usage: yzt-pack <in.geojson|.csv|.fgb> <out.yztc> [options]

  --schema <file>      fields (JSON): labels, units, code lists, masks
  --lossless           every bit of the coordinates (default: up to 7 decimals exactly, others within 5.6 mm)
  --direct             as in memory: a larger file that is read without a copy
  --source <text>      where the data comes from
  --licence <text>     terms of use
  --updated <date>     when the data was true: 2026-06-30
  --example            example data
  --format <format>    geojson, csv, flatgeobuf (default: found out)
  --encoding <name>    utf-8, gb18030 (default: found out)
  --lon-field <name>   column of the longitude (default: found out)
  --lat-field <name>   column of the latitude`,
);

/** What ends the program with a sentence; 2 for a wrong command, 1 for a wrong world. */
class Failure extends Error {
  constructor(/** @type {string} */ sentence, /** @type {1 | 2} */ exit = 1) {
    super(sentence);
    this.exit = exit;
  }
}

const text = { type: /** @type {const} */ ('string') };
const flag = { type: /** @type {const} */ ('boolean') };
const OPTIONS = {
  schema: text, lossless: flag, direct: flag, source: text, licence: text, updated: text, example: flag,
  format: text, encoding: text, 'lon-field': text, 'lat-field': text, help: { ...flag, short: 'h' },
};
const FORMATS = /** @type {const} */ (['geojson', 'csv', 'flatgeobuf', 'packed']);

function command() {
  try {
    return parseArgs({ options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new Failure(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`, 2);
  }
}

function bytesOf(/** @type {string} */ path) {
  try {
    const file = readFileSync(path);
    return /** @type {ArrayBuffer} */ (file.buffer).slice(file.byteOffset, file.byteOffset + file.byteLength);
  } catch (error) {
    throw new Failure(say(`无法读取 ${path}：${reasonOf(error)}。请检查路径与权限。`, `${path} cannot be read: ${reasonOf(error)}. Check the path and the permissions.`));
  }
}

function reasonOf(/** @type {unknown} */ error) {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

function schemaOf(/** @type {string | undefined} */ path) {
  if (path === undefined) return undefined;
  let json;
  try {
    json = JSON.parse(new TextDecoder().decode(bytesOf(path)));
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(say(`${path} 不是有效的 JSON：${String(error)}。`, `${path} is no valid JSON: ${String(error)}.`));
  }
  const found = packSchema(json);
  if (!found) {
    throw new Failure(
      say(`${path} 不是字段说明。应为 { "id": "fitness/venue@1", "fields": [{ "name": "…" }] }。`, `${path} is no schema. It takes { "id": "fitness/venue@1", "fields": [{ "name": "…" }] }.`),
    );
  }
  return found;
}

/** The sentence of an error in the language of the terminal, without the tag that means nothing here. */
function sentenceOf(/** @type {unknown} */ error) {
  if (error instanceof Failure) return error.message;
  const { text: words } = /** @type {{ text?: { zh: string, en: string } }} */ (error);
  return words ? say(words.zh, words.en).replace(/^<yzt-dataset>[:：]\s*/, '') : String(error);
}

function report(/** @type {import('@yizhangtu/data/readers').RawTable} */ table, /** @type {Uint8Array<ArrayBuffer>} */ packed, /** @type {number} */ before, /** @type {string} */ target) {
  const { rows, bytes, geometry, vertices, rounding, columns } = packedSummary(packed.buffer, target);
  const kib = (/** @type {number} */ size) => `${(size / 1024).toFixed(1)} KiB`;
  const lines = [
    say(`${basename(target)}：${rows} 行，${columns.length} 列，${kib(bytes)}（原文件 ${kib(before)}）`, `${basename(target)}: ${rows} rows, ${columns.length} columns, ${kib(bytes)} (from ${kib(before)})`),
  ];
  if (geometry !== 'none') {
    const exact = rounding === 0 ? say('坐标一位不差', 'coordinates are exact') : say(`坐标取整到 ${2 * rounding}°（误差不超过 5.6 毫米）`, `coordinates rounded to ${2 * rounding}° (within 5.6 mm)`);
    lines.push(say(`  几何：${geometry === 'point' ? '点' : '点线面'}，${vertices} 个顶点，${exact}`, `  geometry: ${geometry}, ${vertices} vertices, ${exact}`));
  }
  for (const { name, kind, type } of columns) lines.push(`  ${name}: ${kind} (${type})`);
  for (const note of table.report.notes) lines.push(`  ! ${say(note.text.zh, note.text.en)}`);
  return lines;
}

/** Fields of the schema that the data does not have: mostly a typing mistake. */
function strangers(/** @type {import('@yizhangtu/data/model').DatasetSchema | undefined} */ schema, /** @type {import('@yizhangtu/data/readers').RawTable} */ table) {
  const names = new Set(table.columns.map((column) => column.name));
  return (schema?.fields ?? []).filter((field) => !names.has(field.name)).map((field) => say(`  ! 字段说明中的「${field.name}」不在数据里`, `  ! the data has no field "${field.name}" of the schema`));
}

async function main() {
  const { values, positionals } = command();
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const [source, target, ...more] = positionals;
  if (source === undefined || target === undefined || more.length > 0) throw new Failure(say(`需要一个输入文件和一个输出文件。\n\n${USAGE}`, `One file to read and one to write are needed.\n\n${USAGE}`), 2);
  const format = FORMATS.find((one) => one === values.format);
  if (values.format !== undefined && !format) throw new Failure(say(`不认识格式「${values.format}」。可用：${FORMATS.join('、')}。`, `Unknown format "${values.format}". It takes ${FORMATS.join(', ')}.`), 2);
  const told = schemaOf(values.schema);
  const schema = told?.schema;
  const input = bytesOf(source);
  const before = input.byteLength;
  const { encoding, 'lon-field': lonField, 'lat-field': latField, licence, updated, example } = values;
  const table = await readTable(input, {
    name: source,
    ...(told && { kinds: told.kinds }),
    ...(format && { format }),
    ...(encoding && { encoding }),
    ...(lonField && { lonField }),
    ...(latField && { latField }),
  });
  const said = { ...(values.source && { source: values.source }), ...(licence && { licence }), ...(updated && { updated }), ...(example && { example }) };
  const provenance = { ...table.provenance, ...said };
  const packed = packTable(table, {
    ...(schema && { schema }),
    ...(Object.keys(provenance).length > 0 && { provenance }),
    lossless: values.lossless ?? false,
    direct: values.direct ?? false,
  });
  try {
    writeFileSync(target, packed);
  } catch (error) {
    throw new Failure(say(`无法写入 ${target}：${reasonOf(error)}。`, `${target} cannot be written: ${reasonOf(error)}.`));
  }
  console.log([...report(table, packed, before, target), ...strangers(schema, table)].join('\n'));
}

try {
  await main();
} catch (error) {
  console.error(`yzt-pack: ${sentenceOf(error)}`);
  process.exitCode = error instanceof Failure ? error.exit : 1;
}
