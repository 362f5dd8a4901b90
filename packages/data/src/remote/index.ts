export { RemoteDataset, type CellsQuery } from './remote-dataset.js';
export type {
  CellPlane,
  CellsAnswer,
  CellsQuestion,
  Description,
  Engine,
  GroupsQuestion,
  HeldRows,
  Narrowed,
  NumberedRows,
  PageQuestion,
  RemoteRow,
  Conditions,
} from './types.js';
