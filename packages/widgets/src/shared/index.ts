/** What packs and pages make panels of their own from. */
export { approvalOf, sourcesOf, type Sources } from './attribution-lines.js';
export { datasetState, rowsComing } from './dataset-state.js';
export { DatasetWatch } from './dataset-watch.js';
export { DatasetLikeWidget, DatasetWidget } from './dataset-widget.js';
export { MapWidget, type MapEventName } from './map-widget.js';
export { badgeStyles, figureTableStyles, linkButtonStyles, stateStyles } from './panel.styles.js';
export { printDocument, putElement, type PrintedDocument } from './print-document.js';
export { exampleBadge, sourceParts } from './provenance.js';
