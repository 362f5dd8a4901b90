// The results page: tables from results.json, so that a run of one case leaves the others as they were.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BASELINE } from './libraries.mjs';
import { BENCH } from './places.mjs';
import { verdicts } from './verdict.mjs';

const JSON_FILE = join(BENCH, 'results.json');
const PAGE = join(BENCH, 'results.md');

const INTRO = `# 结果 · Results

由 \`pnpm bench --write\` 写出。每格是各轮的中位数；括号里是与同一轮 \`ol\` 之比的中位数和范围。
Written by \`pnpm bench --write\`. Each cell is the median over the rounds; in brackets, the ratio to \`ol\` in the same round: median, least–most.`;

const CAVEATS = `## 怎样读 · How to read

- 毫秒随机器忙闲变化，只有比值可以比较；相差不到一倍的比值不算差别。 Milliseconds follow the machine; only ratios compare, and ratios less than 2× apart are no difference.
- 没有 GPU：2D 画布和 WebGL 都由 CPU 绘制。WebGL 的各行（ol WebGLVectorLayer、maplibre-gl）因此是最差情形。 No GPU: 2D canvas and WebGL are drawn by the CPU, the worst case for the rows that use WebGL.
- 各库画同一幅画：五类颜色，直径 7 px 的圆点加白圈，多边形 75% 不透明加 1 px 边线；都关闭动画（D 除外）。maplibre-gl 与 ol WebGLVectorLayer 的边缘抗锯齿略有不同；maplibre-gl 聚合不写数字。 All draw the same picture; edges differ slightly in the WebGL libraries, and maplibre-gl's clusters show no number.
- 「完整」＝库自己的事件，再从每块画布读回 1 px（迫使排队的绘制完成），再等下一帧。leaflet 没有这样的事件，取下一帧。 "Complete" = the library's own event, then 1 px read back from every canvas, then the next frame; leaflet has no such event and gets the next frame.
- 重绘：本库拖动许多点时，把上一幅逐像素平移，只重画新露出的边条，结果与整幅重画的像素相同（测试保证），计为重绘；缩放时每帧按新的位置重画，密处少画一些、不做柔边，停住 120 ms 后画全。 Redraws: dragged over many points, this library moves its last picture by whole pixels and draws only the strips that come into sight; the pixels are those of a whole new picture (a test says so), and it counts as one. While it zooms every frame is drawn anew, with fewer points where they lie close and without soft edges; 120 ms after the last movement all are drawn.
- 保留内存不含画布的像素和图形进程；maplibre-gl 与 ol WebGLVectorLayer 的显存因此不在内。 Kept memory leaves out pixels of canvases and the graphics process.
- @eox/map 的命中是它的选择交互每次移动所做的那一步，未含其后的第二图层重绘。 The hit test of @eox/map is the query of its select interaction, without the redraw that follows it.
- supercluster 一行在 Worker 中建索引并以 ol 要素显示，是我们所知的最快用法。 The supercluster row indexes in a worker and shows features of ol.`;

/** Results kept so far. */
export function readResults() {
  return existsSync(JSON_FILE) ? JSON.parse(readFileSync(JSON_FILE, 'utf8')) : { cases: {} };
}

/** Keeps results, and writes the page from them. */
export function writeResults(results) {
  const rounded = (_key, value) => (typeof value === 'number' ? Number(value.toPrecision(5)) : value);
  writeFileSync(JSON_FILE, `${JSON.stringify(results, rounded, 1)}\n`);
  writeFileSync(PAGE, `${markdownOf(results)}\n`);
}

function cellText({ value, ratio, low, high }, { digits, ratio: withRatio }, name, baseline) {
  if (value === undefined || value === null) return '–';
  const text = value.toFixed(digits);
  if (!withRatio || ratio === undefined || name === baseline) return text;
  const range = low === high ? '' : ` ${low.toFixed(2)}–${high.toFixed(2)}`;
  return `${text} (**${ratio.toFixed(2)}**${range})`;
}

function tableText({ title, rounds, columns, rows, baseline = BASELINE }) {
  const head = [`| ${title}，${rounds} 轮 | ${columns.map(({ label }) => label).join(' | ')} |`, `|---|${columns.map(() => '---:|').join('')}`];
  const lines = rows.map(({ name, failed, cells }) => {
    const texts = columns.map((column, i) => (failed ? (i === 0 ? failed : '') : cellText(cells[column.key] ?? {}, column, name, baseline)));
    return `| ${name} | ${texts.join(' | ')} |`;
  });
  return [...head, ...lines].join('\n');
}

function sectionText([id, { title, words, date, load, browser, tables, notes }]) {
  const when = [date, browser, `负载 load ${load.join('→')}`].join('，').concat('。');
  const said = notes.map((note) => `- ${note}`).join('\n');
  return [['##', id, title].join(' '), [words, when].join('\n'), ...tables.map(tableText), said].filter(Boolean).join('\n\n');
}

function verdictText(verdict) {
  const word = { true: '达到 holds', false: '未达到 does not hold', undefined: '未测 not measured' };
  const rows = verdict.map(({ what, limit, measured, holds }) => `| ${[what, limit, measured, word[String(holds)]].join(' | ')} |`);
  return ['## 目标 · Targets', '÷ 为与同一轮 `ol` VectorLayer 之比。 ÷ is the ratio to `ol` VectorLayer in the same round.', ['| 项目 | 目标 | 实测 | |', '|---|---:|---:|---|', ...rows].join('\n')].join('\n\n');
}

/** The results as a page. */
function markdownOf({ machine, versions, cases }) {
  const made = `机器 machine：${machine}。版本 versions：${versions.map((one) => one.join(' ')).join('，')}。`;
  const sections = Object.entries(cases).sort(([a], [b]) => a.localeCompare(b)).map(sectionText);
  return [INTRO, made, verdictText(verdicts(cases)), ...sections, CAVEATS].join('\n\n');
}

/** The tables of one case. */
export const sectionOf = ({ cases }, id) => sectionText([id, cases[id]]);

/** The targets that a run has measured. */
export const targetsOf = ({ cases }) => verdictText(verdicts(cases).filter(({ holds }) => holds !== undefined));
