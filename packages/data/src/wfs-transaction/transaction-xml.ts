/** A transaction as WFS 2.0.0 or 1.1.0 has it, and what a service answers to it. Pure. The only place where an edit becomes part of a document. */
import { escapedXml } from '@yizhangtu/base/xml-text';
import { elementsOf, textOf, type XmlElement } from '../request/xml.js';
import { gmlWriter } from './gml.js';
import type { WfsEdit, WfsTransactionResult, WrittenGeometry, WrittenType, WrittenValue } from './types.js';

/** Why an edit cannot be written. `field` is not one of the type; `value` is none that XML or the field can hold; `place` is no geometry that can be written. */
export class EditFault extends Error {
  readonly reason: 'field' | 'value' | 'place' | 'id';
  /** The field, the id, or what is wrong with the place. */
  readonly what: string;

  constructor(reason: EditFault['reason'], what: string) {
    super(reason);
    this.reason = reason;
    this.what = what;
  }
}

interface Words {
  readonly wfs: string;
  readonly filter: string;
  readonly gml: string;
  /** Name of a field in an update. */
  readonly field: string;
  /** A condition on the id. */
  readonly id: (id: string) => string;
}

const WORDS: Readonly<Record<WrittenType['version'], Words>> = {
  '2.0.0': { wfs: 'http://www.opengis.net/wfs/2.0', filter: 'http://www.opengis.net/fes/2.0', gml: 'http://www.opengis.net/gml/3.2', field: 'ValueReference', id: (id) => `<f:ResourceId rid="${id}"/>` },
  '1.1.0': { wfs: 'http://www.opengis.net/wfs', filter: 'http://www.opengis.net/ogc', gml: 'http://www.opengis.net/gml', field: 'Name', id: (id) => `<f:FeatureId fid="${id}"/>` },
};

const CHINA = 8 * 3_600_000;

/** A value as text; undefined for a missing one. @throws EditFault. */
function valueText(name: string, value: WrittenValue, type: string): string | undefined {
  if (value === null) return undefined;
  if (value instanceof Date) {
    const time = value.getTime();
    if (Number.isNaN(time)) throw new EditFault('value', name);
    return type === 'date' ? new Date(time + CHINA).toISOString().slice(0, 10) : new Date(time).toISOString();
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new EditFault('value', name);
  const text = String(value);
  const escaped = escapedXml(text);
  // What XML cannot hold would get lost without a word.
  if (escaped.length < text.length) throw new EditFault('value', name);
  return escaped;
}

class Writer {
  readonly #type: WrittenType;
  readonly #words: Words;
  readonly #gml: (geometry: WrittenGeometry) => string;

  constructor(type: WrittenType) {
    this.#type = type;
    this.#words = WORDS[type.version];
    this.#gml = gmlWriter(type.way);
  }

  document(edits: readonly WfsEdit[]): string {
    const { version, namespace } = this.#type;
    const { wfs, filter, gml } = this.#words;
    return `<?xml version="1.0" encoding="UTF-8"?><wfs:Transaction service="WFS" version="${version}" xmlns:wfs="${wfs}" xmlns:f="${filter}" xmlns:gml="${gml}" xmlns:t="${escapedXml(namespace)}">${edits.map((edit) => this.#edit(edit)).join('')}</wfs:Transaction>`;
  }

  #edit(edit: WfsEdit): string {
    const { name } = this.#type;
    if (edit.kind === 'insert') return this.#insert(edit);
    if (edit.id.trim() === '') throw new EditFault('id', edit.id);
    const filter = `<f:Filter>${this.#words.id(escapedXml(edit.id))}</f:Filter>`;
    if (edit.kind === 'delete') return `<wfs:Delete typeName="t:${name}">${filter}</wfs:Delete>`;
    const changes = [...Object.entries(edit.values).map(([field, value]) => this.#change(field, valueText(field, value, this.#fieldType(field)))), ...this.#moved(edit.geometry)];
    if (changes.length === 0) throw new EditFault('value', edit.id);
    return `<wfs:Update typeName="t:${name}">${changes.join('')}${filter}</wfs:Update>`;
  }

  #insert({ values, geometry }: Extract<WfsEdit, { kind: 'insert' }>): string {
    const { name } = this.#type;
    const given = new Map(Object.entries(values).map(([field, value]) => [field, valueText(field, value, this.#fieldType(field))]));
    // In the order of the schema: some services want it.
    const parts = [...this.#type.fields.keys()].flatMap((field) => {
      const text = given.get(field);
      return text === undefined ? [] : [`<t:${field}>${text}</t:${field}>`];
    });
    const place = geometry && this.#place(geometry);
    return `<wfs:Insert><t:${name}>${parts.join('')}${place ? `<t:${place.field}>${place.gml}</t:${place.field}>` : ''}</t:${name}></wfs:Insert>`;
  }

  #moved(geometry: Extract<WfsEdit, { kind: 'update' }>['geometry']): string[] {
    if (geometry === undefined) return [];
    if (geometry === null) return [this.#change(this.#placeField(), undefined)];
    const { field, gml } = this.#place(geometry);
    return [this.#change(field, gml)];
  }

  #change(field: string, text: string | undefined): string {
    const { field: word } = this.#words;
    return `<wfs:Property><wfs:${word}>${escapedXml(field)}</wfs:${word}>${text === undefined ? '' : `<wfs:Value>${text}</wfs:Value>`}</wfs:Property>`;
  }

  #fieldType(field: string): string {
    const type = this.#type.fields.get(field);
    if (type === undefined) throw new EditFault('field', field);
    return type;
  }

  #placeField(): string {
    const { place } = this.#type;
    if (place === undefined) throw new EditFault('place', '');
    return place;
  }

  #place(geometry: WrittenGeometry): { readonly field: string; readonly gml: string } {
    const field = this.#placeField();
    try {
      return { field, gml: this.#gml(geometry) };
    } catch (reason) {
      throw reason instanceof RangeError ? new EditFault('place', reason.message) : reason;
    }
  }
}

/** The document of a transaction. @throws EditFault for what cannot be written. */
export function transactionXml(type: WrittenType, edits: readonly WfsEdit[]): string {
  return new Writer(type).document(edits);
}

/** What a service says it did, or in its words why it did not; undefined for a document that is no answer to a transaction. */
export function transactionResult(root: XmlElement): WfsTransactionResult | { readonly refused: string } | undefined {
  if (!root.name.endsWith('TransactionResponse')) return undefined;
  // WFS 1.0, and what of a transaction went wrong in 1.1.
  const failed = elementsOf(root, 'FAILED').length > 0 || elementsOf(root, 'Action').length > 0;
  if (failed) return { refused: textOf(root, 'Message') ?? '' };
  const total = (name: string): number => Number(textOf(root, name) ?? 0) || 0;
  const ids = [...elementsOf(root, 'FeatureId').map(({ attributes }) => attributes.get('fid')), ...elementsOf(root, 'ResourceId').map(({ attributes }) => attributes.get('rid'))];
  return { inserted: total('totalInserted'), updated: total('totalUpdated'), deleted: total('totalDeleted'), ids: ids.filter((id): id is string => id !== undefined && id !== '' && id !== 'none') };
}
