import type { Answer, Dataset } from '@yizhangtu/data/model';
import { RemoteDataset, type Engine, type GroupsQuestion } from '@yizhangtu/data/remote';

/** Answers as a server would, from rows that the views cannot read. */
class FarRows implements Engine {
  readonly label = 'Story';
  readonly #rows: Dataset;

  constructor(rows: Dataset) {
    this.#rows = rows;
  }

  describe(): ReturnType<Engine['describe']> {
    const fields = this.#rows.columns.map(({ name, kind }) => ({ name, kind, whole: kind === 'number' }));
    return Promise.resolve({ rowCount: this.#rows.rowCount, fields, places: false });
  }

  groups({ scope, conditions, ...query }: GroupsQuestion): Promise<Answer> {
    this.#rows.clearFilters();
    [...scope, ...conditions].forEach((filter, index) => this.#rows.setFilter(String(index), filter));
    return Promise.resolve(this.#rows.query(query));
  }

  page(): ReturnType<Engine['page']> {
    return Promise.resolve([]);
  }
}

/** The same rows, as if they were on a server. */
export function farAway(rows: Dataset): RemoteDataset {
  const dataset = new RemoteDataset(new FarRows(rows));
  dataset.schema = rows.schema;
  dataset.provenance = rows.provenance;
  void dataset.load();
  return dataset;
}
