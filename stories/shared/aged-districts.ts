/** The districts of Qingdao with seeded ages: residents are those of 2020, the shares of ages are made up. 示例数据. */
import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { registerSchema, schemaById, type DatasetSchema } from '@yizhangtu/data/model';
import type { YztDataset } from '@yizhangtu/data/dataset';
import { districtsUrl } from './data.js';
import { idOf, type Named } from './scenes.js';
import { t } from './words.js';

interface District {
  readonly properties: Record<string, string | number>;
}

const AGES = [
  { name: 'young', label: { zh: '0–14 岁', en: 'Age 0–14' }, unit: '人', digits: 0, kind: 'number' },
  { name: 'adult', label: { zh: '15–59 岁', en: 'Age 15–59' }, unit: '人', digits: 0, kind: 'number' },
  { name: 'old', label: { zh: '60 岁及以上', en: 'Age 60 and over' }, unit: '人', digits: 0, kind: 'number' },
] as const;

/** Residents of a district by age: the shares go with its number, from 12 to 20 per cent young and 14 to 32 per cent old. */
function withAges(one: District, index: number): District {
  const people = Number(one.properties['population']);
  const young = Math.round(people * (0.12 + ((index * 37) % 9) / 100));
  const old = Math.round(people * (0.14 + ((index * 53) % 19) / 100));
  const { areaPerCapita: _a, areaM2: _b, ...properties } = one.properties;
  return { ...one, properties: { ...properties, young, adult: people - young - old, old } };
}

const SCHEMA: DatasetSchema = { id: 'story/ages@1', titleField: 'name', fields: [...(schemaById('fitness/district@1')?.fields ?? []), ...AGES] };
registerSchema(SCHEMA);

/** The districts as a dataset of a story. */
export function agedDistricts(context: Named): TemplateResult {
  const fill = async (element: Element | undefined): Promise<void> => {
    if (!element) return;
    const collection = (await (await fetch(districtsUrl)).json()) as { features: District[] };
    (element as YztDataset).data = { ...collection, features: collection.features.map(withAges) };
  };
  return html`<yzt-dataset id=${idOf(context, 'districts')} schema=${SCHEMA.id} source=${t('示意边界，年龄为示例数据', 'Schematic outlines, ages made up')} example ${ref((element) => void fill(element))}></yzt-dataset>`;
}
