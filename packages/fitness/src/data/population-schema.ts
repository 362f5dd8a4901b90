/** The shape of residents on a grid or at points: one row a place where people live. */
import type { DatasetSchema } from '@yizhangtu/data/model';

/** Residents. `people` and a place are needed; with `district` coverage is told by district or street. */
export const POPULATION: DatasetSchema = {
  id: 'fitness/population@1',
  label: { zh: '常住人口（格网）', en: 'Residents on a grid' },
  fields: [
    { name: 'people', label: { zh: '常住人口', en: 'Residents' }, kind: 'number', unit: '人', digits: 0, required: true },
    { name: 'district', label: { zh: '区市或街道', en: 'District or street' }, kind: 'text' },
  ],
};
