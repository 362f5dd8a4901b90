import { css } from 'lit';

export const indicatorStyles = css`
  :host {
    min-width: 0;
  }
  .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    height: 100%;
  }
  .label {
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-s);
  }
  .figure {
    margin: 2px 0 0;
    font-variant-numeric: tabular-nums;
    line-height: 1.25;
  }
  .number {
    font-size: var(--yzt-indicator-size, var(--yzt-font-size-2xl));
    font-weight: 700;
    white-space: nowrap;
  }
  /* Goes into the next line before it touches what stands beside. */
  .unit {
    display: inline-block;
    margin-left: 3px;
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-s);
    font-weight: 400;
    white-space: nowrap;
  }
  :host([tone='accent']) .number {
    color: var(--yzt-color-accent-text);
  }
  :host([tone='success']) .number {
    color: var(--yzt-color-success-text);
  }
  :host([tone='warning']) .number {
    color: var(--yzt-color-warning-text);
  }
  :host([tone='danger']) .number {
    color: var(--yzt-color-danger-text);
  }
  .changes {
    display: flex;
    flex-wrap: wrap;
  }
  .change {
    margin-right: var(--yzt-space-2);
  }
  .changes {
    margin: 2px 0 0;
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
    font-variant-numeric: tabular-nums;
  }
  .up {
    color: var(--yzt-color-rise);
  }
  .down {
    color: var(--yzt-color-fall);
  }
  .sign {
    margin-right: 2px;
    font-size: 0.8em;
  }
  .bar {
    position: relative;
    height: 6px;
    margin-top: 6px;
    overflow: hidden;
    border-radius: var(--yzt-radius-full);
    background: var(--yzt-color-border);
  }
  .bar i {
    position: absolute;
    top: 0;
    bottom: 0;
    left: 0;
    border-radius: inherit;
    background: var(--yzt-color-warning);
    transition: width var(--yzt-duration) var(--yzt-easing);
  }
  .bar.missed i {
    background: var(--yzt-color-danger);
  }
  .bar.reached i {
    background: var(--yzt-color-success);
  }
  yzt-sparkline {
    margin-top: 4px;
  }
  .note {
    margin: 2px 0 0;
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
  }
  .skeleton {
    display: inline-block;
    width: 4em;
    height: 1em;
    border-radius: var(--yzt-radius-s);
    background: var(--yzt-color-border);
  }
  /* A figure of an earlier answer while the next one is under way; not for a blink of time. */
  .figure {
    transition: opacity 200ms 150ms;
  }
  :host([stale]) .figure {
    opacity: 0.5;
  }
  .wrong {
    margin: 2px 0 0;
    overflow-wrap: anywhere;
    word-break: break-word;
    color: var(--yzt-color-danger-text);
    font-size: var(--yzt-font-size-xs);
  }
  @media (forced-colors: active) {
    .bar {
      border: 1px solid CanvasText;
    }
    .bar i {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;
