export { DATASET_LINK, DatasetController, type DatasetControllerOptions } from './dataset-controller.js';
export { QueryController, type QueryNeed } from './query-controller.js';
export type { DatasetElement, DatasetHost, DatasetSource } from './types.js';
