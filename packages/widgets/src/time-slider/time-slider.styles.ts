import { css } from 'lit';

/** Styles of `<yzt-time-slider>`. */
export const timeSliderStyles = css`
  .base {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
  }
  .play {
    flex: none;
    width: max(var(--yzt-control-height), calc(32px * var(--yzt-text-scale, 1)));
    height: max(var(--yzt-control-height), calc(32px * var(--yzt-text-scale, 1)));
    margin-right: var(--yzt-space-3);
    padding: 0;
    border-radius: 50%;
  }
  .play .icon {
    fill: currentColor;
  }
  .now {
    flex: none;
    margin-right: var(--yzt-space-3);
    color: var(--yzt-color-text);
    font-variant-numeric: tabular-nums;
  }
  .now b {
    display: inline-block;
    font-weight: 600;
  }
  .after {
    display: flex;
    flex: none;
    align-items: center;
    margin-left: var(--yzt-space-2);
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-s);
  }
  .speed {
    min-width: calc(44px * var(--yzt-text-scale, 1));
    padding: 0 var(--yzt-space-2);
    border-color: transparent;
    background: transparent;
    color: var(--yzt-color-text-muted);
    font-variant-numeric: tabular-nums;
  }
  .track {
    flex: 1 1 0;
    min-width: 180px;
  }
  .narrow .track {
    flex-basis: 100%;
    order: 3;
    margin-top: var(--yzt-space-1);
  }
  /* With large text the buttons go to a line of their own before the time is squeezed. */
  .narrow .now {
    flex: 1;
    min-width: 7em;
  }
  /* Where a line is too short it breaks between words and numbers, and what is example data goes on behind the time. */
  .narrow .now b {
    display: inline;
    word-break: keep-all;
  }
  .bars {
    display: block;
    width: calc(100% - 18px);
    height: 28px;
    margin: 0 9px;
  }
  .bars .out {
    fill: var(--yzt-color-border-strong);
    opacity: 0.35;
  }
  .bars .in {
    fill: var(--yzt-color-accent);
    opacity: 0.55;
  }
  .slider {
    --_slider: 20px;
    --_thumb: 18px;
  }
  .line,
  .chosen {
    position: absolute;
    top: 8px;
    height: 4px;
    border-radius: 2px;
  }
  .line {
    right: 9px;
    left: 9px;
    background: var(--yzt-color-border);
  }
  .chosen {
    left: calc(9px + (100% - 18px) * var(--_from));
    width: calc((100% - 18px) * (var(--_to) - var(--_from)));
    background: var(--yzt-color-accent);
  }
  .slider input {
    cursor: pointer;
  }
  .range .slider input {
    pointer-events: none;
  }
  .labels {
    position: relative;
    height: calc(18px * var(--yzt-text-scale, 1) + 4px);
    margin: 0 9px;
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
    font-variant-numeric: tabular-nums;
  }
  .labels span {
    position: absolute;
    top: 4px;
    line-height: 1.5;
    white-space: nowrap;
  }
  .labels i {
    position: absolute;
    top: 0;
    width: 1px;
    height: 4px;
    background: var(--yzt-color-border-strong);
  }
  /* In a hand the map needs the room. */
  @media (max-width: 700px) {
    .bars {
      display: none;
    }
    .narrow .now b {
      font-size: var(--yzt-font-size-s);
    }
  }
  @media (pointer: coarse) {
    .line,
    .chosen {
      top: calc(var(--yzt-control-height) / 2 - 2px);
    }
    .bars,
    .labels {
      width: calc(100% - 28px);
      margin: 0 14px;
    }
    .line {
      right: 14px;
      left: 14px;
    }
    .chosen {
      left: calc(14px + (100% - 28px) * var(--_from));
      width: calc((100% - 28px) * (var(--_to) - var(--_from)));
    }
  }
  @media (forced-colors: active) {
    .bars .in {
      fill: Highlight;
    }
    .bars .out,
    .line {
      fill: GrayText;
      background: GrayText;
    }
    .chosen {
      background: Highlight;
    }
  }
`;
