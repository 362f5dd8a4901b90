/** The picture of a heatmap and its legend. */
import type { Text } from '@yizhangtu/base/locale';
import type { Symbology } from '@yizhangtu/data/symbology';
import { formatNumber } from '@yizhangtu/base/number-format';
import type { Geometry } from '@yizhangtu/data/model';
import { SLICED_FROM, type Steps } from '@yizhangtu/data/steps';
import type { RampName } from '@yizhangtu/standards/ramps';
import type { DrawTarget } from '../renderer/types.js';
import type { View } from '../renderer/view.js';
import { InTurn } from '../shared/in-turn.js';
import { metresPerUnit } from '../ground/ground.js';
import { colorField, heatMost, heatSteps, type HeatField } from './heat-field.js';
import { metresText, type Length } from './length.js';
import { Memo } from './memo.js';
import { moveTo } from './move-to.js';
import { niceAbove, ticksTo } from './nice.js';
import { projectedSteps } from './places.js';
import { cssOf, heatColors } from './surface-theme.js';

/** What a heatmap is drawn from. */
export interface HeatInput {
  readonly geometry: Geometry;
  readonly passing: Uint8Array;
  readonly weights?: ArrayLike<number>;
  /** Width of the cells whose middles the places are, metres; absent where they are rows. */
  readonly size?: number;
  readonly radius: Length;
  readonly ramp: RampName;
  /** Intensity of the last colour; undefined follows the view. */
  readonly maximum?: number;
  readonly dark: boolean;
  /** What is weighed, and its unit. */
  readonly weightLabel?: Text;
  readonly unit: string;
}

/** Cells wider than this part of the radius show as stripes, unless they are shared among the cells of the grid. */
const WIDE = 0.1;

/** A field and the view it is of. */
interface HeatState {
  readonly field: HeatField;
  readonly geometry: Geometry;
  readonly view: View;
}

/** A heatmap: field, scale and colours are steps of their own, so that another ramp or theme counts nothing again. */
export class HeatPicture {
  readonly #field = new Memo<HeatField>();
  readonly #most = new Memo<number>();
  readonly #colors = new Memo<Uint32Array>();
  readonly #model = new Memo<Symbology>();
  readonly #image = new Memo<HTMLCanvasElement>();
  readonly #work: InTurn<HeatState>;
  #scale = 0;
  #last?: Symbology;

  /** @param settled Called when the field of very many rows is there: time to draw again. */
  constructor(settled: () => void) {
    this.#work = new InTurn(settled);
  }

  /** Resolves when the field of very many rows is there; until then the one before is drawn. Undefined where none is being made. */
  get counting(): Promise<void> | undefined {
    return this.#work.ended;
  }

  /** The field last drawn; the same object as long as nothing was counted again. */
  get field(): HeatField | undefined {
    return this.#work.last?.field;
  }

  /** What the legend says of the picture last drawn. */
  get model(): Symbology | undefined {
    return this.#last;
  }

  draw(input: HeatInput, { context, view }: DrawTarget): void {
    const { ramp, dark, maximum, passing, geometry } = input;
    const last = this.#work.last;
    // Under the hand a picture that comes late is of no use, and what takes longest is there by then.
    const follows = view.moving && last?.geometry === geometry && last.view.projection === view.projection;
    const state = this.#work.of(() => this.#steps(input, view), passing.length >= SLICED_FROM && !follows);
    if (!state) return;
    const { field } = state;
    // While the map moves the scale stays: colours that change under the hand cannot be compared.
    if (maximum === undefined && (!view.moving || this.#scale === 0)) this.#scale = this.#most.get([field], () => niceAbove(heatMost(field)));
    const most = maximum ?? this.#scale;
    const colors = this.#colors.get([ramp, dark], () => heatColors(ramp, dark));
    this.#last = this.#model.get([most, maximum, colors, input.radius.value, input.radius.unit, input.unit, input.weightLabel], () => heatModel(input, most, colors));
    const image = this.#image.get([field, most, colors], () => coloured(field, most, colors));
    const offset = -field.margin * field.cell;
    context.save();
    moveTo(context, state.view, view);
    context.imageSmoothingEnabled = true;
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, offset, offset, field.width * field.cell, field.height * field.cell);
    context.restore();
  }

  *#steps({ geometry, passing, weights, size, radius: asked }: HeatInput, view: View): Steps<HeatState> {
    const points = yield* projectedSteps(geometry, view.projection);
    const radius = radiusInPixels(asked, view);
    const field = yield* this.#field.getting([points, passing, weights, radius, view.a, view.b, view.e, view.f, view.width, view.height], () =>
      heatSteps({ points, view, passing, radius, spread: size !== undefined && radiusInPixels({ value: size, unit: 'm' }, view) > WIDE * radius, ...(weights && { weights }) }),
    );
    return { field, geometry, view };
  }

  clear(): void {
    for (const memo of [this.#field, this.#most, this.#colors, this.#model, this.#image]) memo.clear();
    this.#work.forget();
    this.#scale = 0;
    this.#last = undefined;
  }
}

/** A radius in CSS px; metres are those at the middle of the view. */
export function radiusInPixels({ value, unit }: Length, view: View): number {
  if (unit === 'px') return value;
  const [along] = metresPerUnit(view.projection, view.center[0], view.center[1]);
  return Math.min(512, Math.max(1, value / along / view.resolution));
}

function coloured(field: HeatField, most: number, colors: Uint32Array): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = field.width;
  canvas.height = field.height;
  const context = canvas.getContext('2d');
  if (!context) return canvas;
  const image = context.createImageData(field.width, field.height);
  colorField(field, most, colors, new Uint32Array(image.data.buffer));
  context.putImageData(image, 0, 0);
  return canvas;
}

/** Colours of the legend's bar: enough that a browser draws the same between them. */
const STOPS = 16;

/** Long numbers would run into each other: then only the ends and the middle. */
function shortTicks(most: number): number[] {
  const ticks = ticksTo(most);
  return ticks.every((value) => formatNumber(value).length <= 4) ? ticks : [0, most / 2, most];
}

function heatModel({ maximum, radius, weightLabel, unit }: HeatInput, most: number, colors: Uint32Array): Symbology {
  const reach = radius.unit === 'px' ? { zh: `${radius.value} 像素`, en: `${radius.value} px` } : metresText(radius.value);
  const scale: Text =
    maximum === undefined
      ? { zh: `上限随当前视图变化，现为 ${formatNumber(most)}`, en: `Scale follows the view, now up to ${formatNumber(most)}` }
      : { zh: `上限固定为 ${formatNumber(most)}`, en: `Scale fixed, up to ${formatNumber(most)}` };
  const what: Text = weightLabel
    ? { zh: `按「${weightLabel.zh}」加权叠加，半径 ${reach.zh}`, en: `Weighted by ${weightLabel.en}, radius ${reach.en}` }
    : { zh: `叠加强度，半径 ${reach.zh}`, en: `Overlapping records, radius ${reach.en}` };
  return {
    spec: 'heatmap',
    kind: 'ramp',
    label: { zh: '热力', en: 'Intensity' },
    unit,
    classes: [],
    classOf: new Uint8Array(0),
    notes: [what, scale],
    ramp: {
      colors: Array.from({ length: STOPS }, (_, i) => cssOf(colors[Math.round((i * (colors.length - 1)) / (STOPS - 1))] as number)),
      ticks: shortTicks(most).map((value) => ({ place: value / most, label: formatNumber(value) })),
      low: { zh: '低', en: 'Low' },
      high: { zh: '高', en: 'High' },
    },
  };
}
