/** The shape of parcels of land as the two data specifications name their fields. */
import type { DatasetSchema } from '@yizhangtu/data/model';
import { LAND_SURVEY_2019 } from '@yizhangtu/standards/land-survey-2019';
import { LAND_USE_2023 } from '@yizhangtu/standards/land-use-2023';

/** Parcels (地类图斑). One of `YDYHFLDM` and `DLBM` is needed, with polygons; areas are worked out on the ellipsoid where `TBMJ` is missing. */
export const LAND_PARCEL: DatasetSchema = {
  id: 'natural-resources/parcel@1',
  label: { zh: '地类图斑', en: 'Parcels of land' },
  titleField: 'BSM',
  fields: [
    { name: 'BSM', label: { zh: '标识码', en: 'Id' }, plain: true },
    { name: 'XZQDM', label: { zh: '行政区代码', en: 'Division' }, codes: { scheme: 'division' } },
    { name: 'YDYHFLDM', label: { zh: '用地用海分类', en: 'Land use' }, kind: 'text', codes: { scheme: LAND_USE_2023.scheme, version: LAND_USE_2023.version } },
    { name: 'DLBM', label: { zh: '三调地类', en: 'Survey class' }, kind: 'text', codes: { scheme: LAND_SURVEY_2019.scheme, version: LAND_SURVEY_2019.version } },
    { name: 'TBMJ', label: { zh: '图斑面积', en: 'Area' }, kind: 'number', unit: '㎡', digits: 2 },
  ],
};
