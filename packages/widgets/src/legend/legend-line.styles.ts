import { css } from 'lit';

/** A legend in one line, which scrolls; a shade at an end says that there is more. */
export const legendLineStyles = css`
  .base.horizontal {
    --_surface: var(--yzt-legend-background, var(--yzt-color-surface));
    display: flex;
    align-items: center;
    overflow-x: auto;
    white-space: nowrap;
    scrollbar-width: thin;
    background:
      linear-gradient(to right, var(--_surface) 40%, transparent) 0 0 / 32px 100% no-repeat local,
      linear-gradient(to left, var(--_surface) 40%, transparent) 100% 0 / 32px 100% no-repeat local,
      linear-gradient(to right, var(--yzt-color-border), transparent) 0 0 / 12px 100% no-repeat scroll,
      linear-gradient(to left, var(--yzt-color-border), transparent) 100% 0 / 12px 100% no-repeat scroll;
  }
  .horizontal .block {
    display: flex;
    flex: none;
    align-items: center;
    margin: 0 var(--yzt-space-5) 0 0;
  }
  .horizontal .head {
    flex: none;
    margin-right: var(--yzt-space-2);
  }
  .horizontal ul {
    display: flex;
  }
  .horizontal .count {
    margin-left: var(--yzt-space-1);
  }
  .horizontal .ramp {
    width: 200px;
    padding: 0;
  }
  .horizontal .sizes {
    display: flex;
    align-items: center;
    margin: 0;
  }
  .horizontal .ends {
    display: none;
  }
  .horizontal .note {
    margin: 0;
  }
  .horizontal .place {
    margin-right: var(--yzt-space-1);
  }
`;
