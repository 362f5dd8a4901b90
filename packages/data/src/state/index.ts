export { datasetState, restoreState, type DatasetState } from './dataset-state.js';
export { FilterHistory, type HistoryOptions } from './history.js';
