import { css } from 'lit';

/** Styles of a sheet of paper. Lengths in mm, type in pt, as printers have them; the theme is the light one whatever the page has. */
export const printSheetStyles = css`
  :host {
    all: initial;
    display: block;
    position: fixed;
    top: 0;
    left: -20000px;
    color: #17202b;
    font-family: var(--yzt-font-family);
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  .sheet {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 58mm;
    grid-template-rows: auto minmax(0, 1fr) auto;
    grid-gap: 4mm;
    padding: 10mm 12mm 8mm;
    background: #ffffff;
  }
  .sheet.portrait {
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: auto minmax(0, 1fr) auto auto;
  }
  .sheet.bare {
    grid-template-columns: minmax(0, 1fr);
  }
  h1 {
    grid-column: 1 / -1;
    margin: 0;
    font-size: 20pt;
    font-weight: 600;
    line-height: 1.3;
    text-align: center;
  }
  .frame {
    position: relative;
    overflow: hidden;
    border: 0.35mm solid #17202b;
  }
  .frame > canvas {
    display: block;
    width: 100%;
    height: 100%;
  }
  .north {
    position: absolute;
    top: 3mm;
    right: 3mm;
    width: 12mm;
    height: 15mm;
  }
  .key {
    overflow: hidden;
    font-size: 9pt;
  }
  .key h2 {
    margin: 0 0 2mm;
    font-size: 11pt;
    font-weight: 600;
  }
  .portrait .key {
    max-height: 62mm;
  }
  .portrait .key yzt-legend {
    column-width: 52mm;
  }
  .badge {
    display: inline-block;
    margin-top: 2mm;
    padding: 0.5mm 2mm;
    border: 0.25mm solid #8a5a00;
    color: #6b4500;
    font-size: 9pt;
  }
  .foot {
    grid-column: 1 / -1;
    display: grid;
    grid-template-columns: 1fr auto 1fr;
    grid-gap: 6mm;
    align-items: end;
    font-size: 8.5pt;
    line-height: 1.5;
  }
  .foot p {
    margin: 0;
  }
  .scale {
    text-align: center;
  }
  .bar {
    display: grid;
    grid-template-columns: 1fr 1fr;
    height: 2mm;
    margin: 0 auto 0.6mm;
    border: 0.25mm solid #17202b;
  }
  .bar span:first-child {
    background: #17202b;
  }
  .maker {
    text-align: right;
  }
`;
