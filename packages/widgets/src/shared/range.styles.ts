import { css } from 'lit';

/** Native ranges over a line that the element draws. Its own styles stand before these and say `--_slider`, the height, and `--_thumb`, the width of a thumb, on `.slider`. */
export const rangeStyles = css`
  .slider {
    position: relative;
    height: var(--_slider);
  }
  .slider input {
    position: absolute;
    top: 0;
    left: 0;
    width: 100%;
    height: var(--_slider);
    margin: 0;
    background: transparent;
    -webkit-appearance: none;
    appearance: none;
  }
  .slider input::-webkit-slider-thumb {
    width: var(--_thumb);
    height: var(--_thumb);
    border: 2px solid var(--yzt-color-accent);
    border-radius: 50%;
    background: var(--yzt-color-surface);
    -webkit-appearance: none;
    pointer-events: auto;
    cursor: pointer;
  }
  .slider input::-moz-range-thumb {
    width: calc(var(--_thumb) - 4px);
    height: calc(var(--_thumb) - 4px);
    border: 2px solid var(--yzt-color-accent);
    border-radius: 50%;
    background: var(--yzt-color-surface);
    pointer-events: auto;
    cursor: pointer;
  }
  @media (pointer: coarse) {
    .slider {
      --_slider: var(--yzt-control-height);
      --_thumb: 28px;
    }
  }
`;
