import { css } from 'lit';

/** Styles of `<yzt-swipe>`: it lies over its map and lets everything through but the divider. */
export const swipeStyles = css`
  :host {
    display: contents;
  }
  .over {
    position: absolute;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
    overflow: hidden;
    pointer-events: none;
  }
  .divider {
    position: absolute;
    top: 0;
    bottom: 0;
    width: 32px;
    transform: translateX(-50%);
    pointer-events: auto;
    cursor: ew-resize;
    touch-action: none;
  }
  .divider.vertical {
    right: 0;
    bottom: auto;
    left: 0;
    width: auto;
    height: 32px;
    transform: translateY(-50%);
    cursor: ns-resize;
  }
  .line {
    position: absolute;
    top: 0;
    bottom: 0;
    left: 14px;
    width: 4px;
    box-sizing: border-box;
    border: solid var(--yzt-color-border-strong);
    border-width: 0 1px;
    background: var(--yzt-color-surface);
  }
  .vertical .line {
    top: 14px;
    right: 0;
    bottom: auto;
    left: 0;
    width: auto;
    height: 4px;
    border-width: 1px 0;
  }
  .grip {
    position: absolute;
    top: 50%;
    left: 0;
    width: 32px;
    height: 32px;
    margin-top: -16px;
    box-sizing: border-box;
    border: 1px solid var(--yzt-color-border-strong);
    border-radius: 50%;
    background: var(--yzt-color-surface);
    color: var(--yzt-color-text);
    line-height: 30px;
    text-align: center;
  }
  .vertical .grip {
    top: 0;
    left: 50%;
    margin: 0 0 0 -16px;
  }
  .name {
    position: absolute;
    top: 30%;
    padding: 2px var(--yzt-space-2);
    border: 1px solid var(--yzt-color-border);
    border-radius: var(--yzt-radius-s);
    background: var(--yzt-color-surface);
    color: var(--yzt-color-text);
    font-size: var(--yzt-font-size-s);
    white-space: nowrap;
  }
  .name.before {
    right: 36px;
  }
  .name.after {
    left: 36px;
  }
  .vertical .name {
    right: auto;
    left: calc(50% + 28px);
  }
  .vertical .name.before {
    top: auto;
    bottom: 24px;
  }
  .vertical .name.after {
    top: 24px;
  }
`;
