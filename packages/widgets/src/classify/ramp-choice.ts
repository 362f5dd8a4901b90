/** The choice of a colour ramp: strips of the colours, marked where every eye tells them apart. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Text } from '@yizhangtu/base/locale';
import { setStyle } from '@yizhangtu/base/set-style';
import { ramp, RAMPS, type RampFacts, type RampName } from '@yizhangtu/standards/ramps';
import { isSafe } from './classify-model.js';

const REVERSED = '-reversed';

/** Colours side by side, without any between them. */
function strip(colors: readonly string[]): string {
  const stops = colors.map((color, i) => `${color} ${(i / colors.length) * 100}% ${((i + 1) / colors.length) * 100}%`);
  return `linear-gradient(to right, ${stops.join(', ')})`;
}

/** Mark of colours that people with a colour vision deficiency tell apart. */
export function safeMark(colors: readonly string[], say: (text: Text) => string): TemplateResult | typeof nothing {
  return isSafe(colors) ? html`<span class="badge safe">${say({ zh: '色觉友好', en: 'Colour-safe' })}</span>` : nothing;
}

export interface RampChoice {
  readonly name: RampName;
  readonly classes: number;
  readonly open: boolean;
  say(text: Text): string;
  onOpen(open: boolean): void;
  onRamp(name: RampName): void;
}

const KINDS: readonly (readonly [RampFacts['kind'], Text])[] = [
  ['sequential', { zh: '单向：由低到高', en: 'Sequential: low to high' }],
  ['diverging', { zh: '双向：中间为界', en: 'Diverging: around a middle' }],
];

/** A fold-out with one radio button a ramp, and a box that turns it round. */
export function rampChoice({ name, classes, open, say, onOpen, onRamp }: RampChoice): TemplateResult {
  const reversed = name.endsWith(REVERSED);
  const base = reversed ? name.slice(0, -REVERSED.length) : name;
  const turned = (one: string): RampName => `${one}${reversed ? REVERSED : ''}` as RampName;
  const choice = (one: RampFacts): TemplateResult => {
    const colors = ramp(turned(one.name), classes);
    return html`<label class="ramp">
      <input type="radio" name="ramp" .checked=${one.name === base} @change=${() => onRamp(turned(one.name))} />
      <span class="strip" ${setStyle({ '--_ramp': strip(colors) })}></span><span class="ramp-name">${one.name}</span> ${safeMark(colors, say)}
    </label>`;
  };
  const choices = (): TemplateResult =>
    html`<label class="turn">
        <input type="checkbox" .checked=${reversed} @change=${() => onRamp((reversed ? base : base + REVERSED) as RampName)} />
        ${say({ zh: '反向', en: 'Reversed' })}
      </label>
      ${KINDS.map(
        ([kind, words]) =>
          html`<fieldset>
            <legend>${say(words)}</legend>
            ${RAMPS.filter((one) => one.kind === kind).map(choice)}
          </fieldset>`,
      )}`;
  return html`<details class="ramps" part="ramps" .open=${open} @toggle=${(event: Event) => onOpen((event.target as HTMLDetailsElement).open)}>
    <summary>
      <span class="caption">${say({ zh: '色带', en: 'Colours' })}</span>
      <span class="strip" ${setStyle({ '--_ramp': strip(ramp(name, classes)) })}></span> ${safeMark(ramp(name, classes), say)}
    </summary>
    ${open ? choices() : nothing}
  </details>`;
}
