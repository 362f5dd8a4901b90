/** The data of a layer of cells: what counts them, or the rows themselves. */
import { DatasetController, DatasetLikeController, type DatasetControllerOptions, type DatasetHost, type DatasetLink } from '@yizhangtu/data/link';
import { Dataset, rowsAreHere, type DatasetLike } from '@yizhangtu/data/model';
import type { RemoteDataset } from '@yizhangtu/data/remote';

const NONE = new Dataset();

/** Whether rows must come into the page: their engine is known, and counts no cells. */
function rowsMustCome(dataset: DatasetLike | undefined): dataset is RemoteDataset {
  if (!dataset || rowsAreHere(dataset)) return false;
  const { engine, countsCells } = dataset as RemoteDataset;
  return engine !== undefined && !countsCells;
}

/** Works with data wherever it is; of an engine that counts no cells, with the rows that pass, see `FetchedRows`. */
export function cellsLink(host: DatasetHost, options: DatasetControllerOptions<DatasetLike>): DatasetLink<DatasetLike> {
  const whole = new DatasetLikeController(host, options);
  const { onChange, onState, onOwnEnd } = options;
  const rows = new DatasetController(host, {
    given: () => (rowsMustCome(whole.dataset) ? whole.dataset : NONE),
    ...(onChange && { onChange }),
    ...(onState && { onState }),
    ...(onOwnEnd && { onOwnEnd }),
  });
  const now = (): DatasetController | DatasetLikeController => (rowsMustCome(whole.dataset) ? rows : whole);
  return {
    get dataset() {
      // Rows that are on their way, or too many, are not none.
      return now() === rows && !rows.ready ? undefined : now().dataset;
    },
    get loading() {
      return now().loading;
    },
    get error() {
      return now().error;
    },
  };
}
