/** The legend of two fields at once: a square of colours, the first field to the right, the second upwards. */
import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import type { Text } from '@yizhangtu/base/locale';
import { formatNumber } from '@yizhangtu/base/number-format';
import { setStyle } from '@yizhangtu/base/set-style';
import type { SymbolAxis } from '@yizhangtu/data/symbology';
import { cssColor } from '../shared/css-color.js';
import { legendUnit } from './legend-unit.js';
import type { LegendBlock, LegendRow } from './legend-rows.js';

interface Tools {
  readonly say: (text: Text) => string;
  readonly toggle: (index: number) => void;
}

type Block = Pick<LegendBlock, 'symbology' | 'rows' | 'filtered'>;

/** Rows that have a line of their own: all, or those that are not in the square. */
export function listedRows({ symbology: { axes }, rows }: Block): readonly LegendRow[] {
  return axes ? rows.slice(axes[0].count * axes[1].count) : rows;
}

/** The square; nothing for a symbology of one field. Cells stand in reading order, the highest of the second field first. */
export function legendSquare(block: Block, what: string, tools: Tools): TemplateResult | typeof nothing {
  const { axes } = block.symbology;
  if (!axes || axes[0].count === 0 || axes[1].count === 0) return nothing;
  const [x, y] = axes;
  const lines = Array.from({ length: y.count }, (_, at) => (y.count - 1 - at) * x.count);
  return html`<div class="square" part="square" role="group" aria-label=${what}>
    <p class="axis up" aria-hidden="true">↑ ${axisName(y, tools)}</p>
    <div class="plane">
      ${lines.map(
        (first, at) => html`<div class="line">
          <span class="limit" aria-hidden="true">${at < lines.length - 1 ? limit(y, y.count - 2 - at, tools) : nothing}</span>
          ${block.rows.slice(first, first + x.count).map((row) => cell(block, row, tools))}
        </div>`,
      )}
      <div class="line limits" aria-hidden="true">
        <span class="limit"></span>${x.ticks.map((tick) => html`<span class="limit">${tools.say(tick)}</span>`)}
      </div>
    </div>
    <p class="axis right" aria-hidden="true">${axisName(x, tools)} →</p>
  </div>`;
}

function axisName({ label, unit }: SymbolAxis, { say }: Tools): TemplateResult {
  return html`${say(label)}${legendUnit(unit, say)}`;
}

/** The limit at the lower edge of a line of cells. */
function limit({ ticks }: SymbolAxis, at: number, { say }: Tools): TemplateResult {
  const tick = ticks[at];
  return html`<span>${tick ? say(tick) : nothing}</span>`;
}

function cell({ filtered }: Block, { index, symbol, count, shown, selectable }: LegendRow, { say, toggle }: Tools): TemplateResult {
  const number = count === undefined ? '' : formatNumber(count);
  const words = `${say(symbol.label)}${number && say({ zh: `：${number}`, en: `: ${number}` })}`;
  const classes = classMap({ cell: true, out: filtered && !shown, empty: count === 0 });
  const color = setStyle({ '--_color': cssColor(symbol.color) });
  if (!selectable) return html`<span class=${classes} part="cell" role="img" aria-label=${words} title=${words} ${color}></span>`;
  return html`<button
    class=${classes}
    part="cell"
    type="button"
    aria-label=${words}
    title=${words}
    aria-pressed=${filtered && shown ? 'true' : 'false'}
    @click=${() => toggle(index)}
    ${color}
  ></button>`;
}
