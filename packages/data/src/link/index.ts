export { DatasetController, DatasetLikeController, needsRows, type RowsControllerOptions } from './dataset-controller.js';
export { LatestAnswer, type Put } from './latest-answer.js';
export { DATASET_LINK, type DatasetControllerOptions, type DatasetLink } from './linked-controller.js';
export { QueryController, rowsAsked, type QueryNeed } from './query-controller.js';
export { rowsOnce } from './rows-once.js';
export { SlicedWork } from './sliced-work.js';
export { speaks } from './spoken.js';
export type { DatasetElement, DatasetHost, DatasetSource } from './types.js';
