/** What packs and pages make panels of their own from. */
export { DatasetLikeWidget, DatasetWidget } from './dataset-widget.js';
export { MapWidget, type MapEventName } from './map-widget.js';
export { badgeStyles, linkButtonStyles, stateStyles } from './panel.styles.js';
export { exampleBadge, sourceParts } from './provenance.js';
