import { css } from 'lit';

/** Styles of `<yzt-basemap-picker>`. */
export const basemapPickerStyles = css`
  :host {
    display: block;
  }
  .base {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    margin: calc(-1 * var(--yzt-space-1));
  }
  .choice {
    position: relative;
    width: calc(4.4 * var(--yzt-font-size-s));
    min-width: 76px;
    margin: var(--yzt-space-1);
    cursor: pointer;
  }
  .choice input {
    position: absolute;
    top: 0;
    left: 0;
    width: 100%;
    height: 48px;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .frame {
    display: block;
    height: 48px;
    overflow: hidden;
    border: 1px solid var(--yzt-color-border-strong);
    border-radius: var(--yzt-radius-s);
  }
  input:checked + .frame {
    border-color: var(--yzt-color-accent);
    box-shadow: 0 0 0 1px var(--yzt-color-accent);
  }
  input:focus + .frame {
    outline: 2px solid var(--yzt-color-focus);
    outline-offset: 2px;
  }
  input:focus:not(:focus-visible) + .frame {
    outline: none;
  }
  .word {
    display: block;
    margin-top: 2px;
    overflow-wrap: anywhere;
    font-size: var(--yzt-font-size-s);
    line-height: 1.3;
    text-align: center;
  }
  input:checked ~ .word {
    color: var(--yzt-color-accent-text);
    font-weight: 600;
  }
  .names {
    display: inline-flex;
    align-items: center;
    min-height: var(--yzt-control-height);
    margin-top: var(--yzt-space-1);
    cursor: pointer;
  }
  .names input {
    flex: none;
    width: 16px;
    height: 16px;
    margin: 0 var(--yzt-space-2) 0 0;
    accent-color: var(--yzt-color-accent);
  }
  .names.off {
    color: var(--yzt-color-text-muted);
    cursor: default;
  }
`;
