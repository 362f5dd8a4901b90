import type { Answer, Dataset, Filter } from '@yizhangtu/data/model';
import type { Engine, GroupsQuestion } from '@yizhangtu/data/remote';

/** An engine that answers from rows in this page, some moments later. */
export class FarRows implements Engine {
  readonly label = 'Far';
  readonly asked: GroupsQuestion[] = [];
  fails = false;
  /** Answers wait for it. */
  gate: Promise<void> = Promise.resolve();
  readonly rows: Dataset;

  constructor(rows: Dataset) {
    this.rows = rows;
  }

  describe(): ReturnType<Engine['describe']> {
    return Promise.resolve({ rowCount: this.rows.rowCount, fields: this.rows.columns.map(({ name, kind }) => ({ name, kind, whole: kind === 'number' })), places: false });
  }

  async groups(question: GroupsQuestion): Promise<Answer> {
    this.asked.push(question);
    await this.gate;
    await new Promise((resolve) => setTimeout(resolve));
    if (this.fails) throw new Error('gone');
    const { scope, conditions, ...query } = question;
    this.rows.clearFilters();
    [...scope, ...conditions].forEach((filter: Filter, index) => this.rows.setFilter(String(index), filter));
    return this.rows.query(query);
  }

  /** The second row, whoever asks. */
  page({ fields }: Parameters<Engine['page']>[0]): ReturnType<Engine['page']> {
    return Promise.resolve([{ values: fields.map((field) => this.rows.value(1, field) as string | number) }]);
  }
}

/** The same, with pages of rows. */
export class FarPages extends FarRows {
  override async page({ fields, offset, limit, scope, conditions, orderBy, descending }: Parameters<Engine['page']>[0]): ReturnType<Engine['page']> {
    await this.gate;
    this.rows.clearFilters();
    [...scope, ...conditions].forEach((filter, index) => this.rows.setFilter(String(index), filter));
    const { rows } = this.rows.rows({ offset, limit, ...(orderBy !== undefined && { orderBy, descending: descending === true }) });
    return Array.from(rows, (row) => ({
      id: row,
      values: fields.map((field) => {
        const value = this.rows.value(row, field);
        return value instanceof Date ? value.getTime() : value;
      }),
    }));
  }
}
