export { DATASET_LINK, DatasetController, DatasetLikeController, needsRows, type DatasetControllerOptions, type DatasetLink } from './dataset-controller.js';
export { LatestAnswer, type Put } from './latest-answer.js';
export { QueryController, rowsAsked, type QueryNeed } from './query-controller.js';
export { SlicedWork } from './sliced-work.js';
export { speaks } from './spoken.js';
export type { DatasetElement, DatasetHost, DatasetSource } from './types.js';
