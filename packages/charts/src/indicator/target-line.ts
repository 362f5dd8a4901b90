import { inWords, type Locale, type Text } from '@yizhangtu/base/locale';
import { css, html, type TemplateResult } from 'lit';
import type { TargetState } from './indicator-figures.js';

/** A target beside the figure that is to reach it. */
export interface Target {
  /** The target with its unit. */
  readonly goal: string;
  readonly state: TargetState;
  /** The target is an upper limit. */
  readonly lowerIsBetter: boolean;
  /** A margin is given, so that there is a yellow light between green and red. */
  readonly hasNear: boolean;
}

const VERDICTS: Readonly<Record<TargetState['light'], Text>> = {
  reached: { zh: '达标', en: 'reached' },
  near: { zh: '接近目标', en: 'nearly reached' },
  missed: { zh: '未达标', en: 'not reached' },
};

/** The target in words: 目标 2.6 ㎡, 上限 3 天. */
export function goalWords({ goal, lowerIsBetter }: Target): Text {
  return lowerIsBetter ? { zh: `上限 ${goal}`, en: `limit ${goal}` } : { zh: `目标 ${goal}`, en: `target ${goal}` };
}

/** Whether the target is reached, in words. */
export function verdictWords({ state }: Target): Text {
  return VERDICTS[state.light];
}

/** The colour of the light. Without a yellow light in between, what is not reached is a warning and no alarm. */
export function lightOf({ state, hasNear }: Target): TargetState['light'] {
  return state.light === 'missed' && !hasNear ? 'near' : state.light;
}

/** The line under a figure: the target, and the light with its word. */
export function targetLine(target: Target, locale: Locale): TemplateResult {
  return html`<p class="target" part="target">
    ${inWords(goalWords(target), locale)}<span class="verdict ${lightOf(target)}">${inWords(verdictWords(target), locale)}</span>
  </p>`;
}

export const targetLineStyles = css`
  .target {
    margin: 2px 0 0;
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
    font-variant-numeric: tabular-nums;
  }
  .verdict {
    margin-left: var(--yzt-space-1);
    padding: 0 5px;
    border-radius: var(--yzt-radius-s);
    background: var(--yzt-color-warning-soft);
    color: var(--yzt-color-warning-text);
    white-space: nowrap;
  }
  .verdict.reached {
    background: var(--yzt-color-success-soft);
    color: var(--yzt-color-success-text);
  }
  .verdict.missed {
    background: var(--yzt-color-danger-soft);
    color: var(--yzt-color-danger-text);
  }
  @media (forced-colors: active) {
    .verdict {
      border: 1px solid CanvasText;
    }
  }
`;
