import { html, nothing, type TemplateResult } from 'lit';
import { chevronDown, chevronUp, pin } from '@yizhangtu/base/icon-shapes';
import { iconSvg, type IconShape } from '@yizhangtu/base/icon-svg';
import type { Text } from '@yizhangtu/base/locale';

/** One field in the list of columns. */
export interface ChooserField {
  readonly field: string;
  readonly label: string;
  readonly shown: boolean;
  readonly pinned: boolean;
}

/** What the list of columns shows, and what happens when it is used. */
export interface ColumnChooser {
  /** Shown fields in their order, then the others. */
  readonly fields: readonly ChooserField[];
  say(text: Text): string;
  onShow(field: string): void;
  onPin(field: string): void;
  onMove(field: string, by: number): void;
  onReset(): void;
}

interface FieldButton {
  readonly icon: IconShape;
  readonly words: string;
  readonly disabled: boolean;
  readonly pressed?: boolean;
  readonly onClick: () => void;
}

function button({ icon, words, disabled, pressed, onClick }: FieldButton): TemplateResult {
  return html`<button
    class="icon"
    type="button"
    aria-label=${words}
    title=${words}
    aria-pressed=${pressed === undefined ? nothing : String(pressed)}
    ?disabled=${disabled}
    @click=${onClick}
  >
    ${iconSvg(icon)}
  </button>`;
}

function row(chooser: ColumnChooser, one: ChooserField, index: number, shownCount: number): TemplateResult {
  const { say } = chooser;
  const { field, label, shown, pinned } = one;
  const up = say({ zh: `${label}：前移`, en: `${label}: move forward` });
  const down = say({ zh: `${label}：后移`, en: `${label}: move back` });
  const hold = say({ zh: `${label}：固定在左侧`, en: `${label}: keep at the left` });
  return html`<li>
    <label>
      <input
        type="checkbox"
        .checked=${shown}
        ?disabled=${shown && shownCount === 1}
        @change=${() => chooser.onShow(field)}
      /><span>${label}</span>
    </label>
    ${button({ icon: chevronUp, words: up, disabled: !shown || index === 0, onClick: () => chooser.onMove(field, -1) })}
    ${button({ icon: chevronDown, words: down, disabled: !shown || index === shownCount - 1, onClick: () => chooser.onMove(field, 1) })}
    ${button({ icon: pin, words: hold, disabled: !shown, pressed: pinned, onClick: () => chooser.onPin(field) })}
  </li>`;
}

/** The list of columns: which are shown, in which order, which stay at the left. */
export function columnChooser(chooser: ColumnChooser): TemplateResult {
  const { fields, say } = chooser;
  const shownCount = fields.filter(({ shown }) => shown).length;
  return html`<div
    id="columns"
    class="pop float columns"
    role="dialog"
    aria-label=${say({ zh: '选择列', en: 'Choose columns' })}
    data-disclosure
  >
    <ul>
      ${fields.map((one, index) => row(chooser, one, index, shownCount))}
    </ul>
    <div class="end">
      <button class="link" type="button" @click=${() => chooser.onReset()}>${say({ zh: '恢复默认', en: 'Reset' })}</button>
    </div>
  </div>`;
}
