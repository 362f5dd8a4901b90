import { css } from 'lit';

/** Shared by charts of trees: the way to the class that is shown, marks with text on them. */
export const treeChartStyles = css`
  .way {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    grid-gap: var(--yzt-space-2);
    align-items: center;
    font-size: var(--yzt-font-size-xs);
  }
  .way ol {
    display: flex;
    align-items: baseline;
    min-width: 0;
    margin: 0;
    padding: 0;
    overflow: hidden;
    list-style: none;
    white-space: nowrap;
  }
  .way li {
    flex: 0 1 auto;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .way li + li::before {
    padding: 0 2px;
    color: var(--yzt-color-text-muted);
    content: '›';
  }
  .way [aria-current] {
    padding: 0 var(--yzt-space-1);
    font-weight: 600;
  }
  .only[aria-pressed='true'] {
    background: var(--yzt-color-accent-soft);
    text-decoration: none;
  }
  .level-1 {
    padding-left: 1.5em;
  }
  .level-2 {
    padding-left: 3em;
  }
  .level-3 {
    padding-left: 4.5em;
  }
  .mark {
    stroke: var(--yzt-color-surface);
    stroke-width: 1;
  }
  /* What reads best on the colour of the mark. */
  .ink {
    fill: var(--_ink);
  }
  .bar.faded .ink {
    fill: var(--yzt-color-text-muted);
  }
  @media (forced-colors: active) {
    .mark {
      fill: Canvas;
      stroke: CanvasText;
    }
    .bar.pressed .mark {
      fill: Highlight;
    }
    .ink,
    .bar.faded .ink {
      fill: CanvasText;
    }
    .bar.pressed .ink {
      fill: HighlightText;
    }
  }
`;
