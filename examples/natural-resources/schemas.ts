/** What the fields of the page's real data mean: the land cover of NLCD and the landslides, neither of them in a Chinese code list. */
import { registerSchema, type DatasetSchema } from '@yizhangtu/data/model';
import { registerScheme, type CodeScheme } from '@yizhangtu/standards/scheme';

/** NLCD 2011 in eight classes, as the file has them; the colours are those of its palette, which follows the legend of NLCD. */
const COVER_CLASSES: CodeScheme = {
  scheme: 'nlcd-8-classes',
  version: '2011',
  label: { zh: 'NLCD 2011 土地覆盖（八类）', en: 'NLCD 2011 land cover (eight classes)' },
  source: 'USGS National Land Cover Database 2011; nlcd2011_zion_8class_utm12n.tif',
  evidence: 'conventional',
  entries: [
    { code: '1', label: { zh: '水体', en: 'Water' }, color: '#476ba0' },
    { code: '2', label: { zh: '建设用地', en: 'Developed' }, color: '#aa0000' },
    { code: '3', label: { zh: '裸地', en: 'Barren' }, color: '#b2ada3' },
    { code: '4', label: { zh: '森林', en: 'Forest' }, color: '#68aa63' },
    { code: '5', label: { zh: '灌丛', en: 'Shrubland' }, color: '#a58c30' },
    { code: '6', label: { zh: '草本植被', en: 'Herbaceous' }, color: '#c9c977' },
    { code: '7', label: { zh: '耕作与种植', en: 'Planted or cultivated' }, color: '#dbd83d' },
    { code: '8', label: { zh: '湿地', en: 'Wetlands' }, color: '#bad8ea' },
  ],
};

/** Polygons of land cover. `areaM2` is worked out by the page. */
const COVER: DatasetSchema = {
  id: 'page/land-cover@1',
  label: { zh: '土地覆盖', en: 'Land cover' },
  titleField: 'class',
  fields: [
    { name: 'class', label: { zh: '覆盖类型', en: 'Land cover' }, kind: 'text', codes: { scheme: COVER_CLASSES.scheme, version: COVER_CLASSES.version } },
    { name: 'name', label: { zh: '原名', en: 'Name in the source' } },
    { name: 'area_km2', label: { zh: '原数据面积', en: 'Area in the source' }, unit: 'km²', digits: 4, kind: 'number' },
  ],
};

/** Starting points of landslides, and points of comparison where none began. */
const SLIDE_KINDS: CodeScheme = {
  scheme: 'landslide-points',
  version: '2012',
  label: { zh: '滑坡调查点', en: 'Points of a landslide survey' },
  source: 'Muenchow, Brenning, Richter 2012, Geomorphology',
  evidence: 'conventional',
  entries: [
    { code: 'true', label: { zh: '滑坡起始点', en: 'Start of a landslide' }, color: '#d3382f', glyph: 'landslide' },
    { code: 'false', label: { zh: '对照点（无滑坡）', en: 'No landslide (for comparison)' }, color: '#6b7f8c' },
  ],
};

const LANDSLIDE: DatasetSchema = {
  id: 'page/landslide@1',
  label: { zh: '滑坡调查点', en: 'Landslide survey' },
  titleField: 'landslide',
  fields: [
    { name: 'landslide', label: { zh: '类别', en: 'Kind' }, kind: 'text', codes: { scheme: SLIDE_KINDS.scheme, version: SLIDE_KINDS.version } },
    { name: 'slope_deg', label: { zh: '坡度', en: 'Slope' }, unit: '°', digits: 1, kind: 'number' },
    { name: 'elevation_m', label: { zh: '高程', en: 'Height' }, unit: 'm', digits: 0, kind: 'number' },
    { name: 'plan_curvature', label: { zh: '平面曲率', en: 'Plan curvature' }, digits: 4, kind: 'number' },
    { name: 'profile_curvature', label: { zh: '剖面曲率', en: 'Profile curvature' }, digits: 4, kind: 'number' },
    { name: 'log10_catchment_area', label: { zh: '汇水面积的对数（log₁₀ ㎡）', en: 'Catchment area (log₁₀ m²)' }, digits: 2, kind: 'number' },
  ],
};

for (const scheme of [COVER_CLASSES, SLIDE_KINDS]) registerScheme(scheme);
for (const schema of [COVER, LANDSLIDE]) registerSchema(schema);
