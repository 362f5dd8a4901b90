/** What a layer of rows of any kind needs to draw. A chunk of its own, fetched while the data is on its way. */
export { drawEarly, hasTokens, labelReader, layerStyle, layerTheme, makeReady, renderClass, symbologyCode, takeIn, usableSymbology, whenLabels } from './engine.js';
export { newRenderer } from '../renderer/mixed-renderer.js';
