/** Writes to a WFS: looks at what the service says of itself, sends one transaction, and reads what became of it. */
import { YztError } from '@yizhangtu/base/errors';
import { crsTransform } from '../crs/crs-transforms.js';
import { crsCode, isDegrees } from '../readers/crs.js';
import { unknownCrs } from '../readers/unknown-crs.js';
import { describedType, featureType } from '../remote-features/wfs-described.js';
import { xmlOf } from '../request/answers.js';
import { ask } from '../request/ask.js';
import { requestError, statusOf, troubleError } from '../request/failures.js';
import type { Ask } from '../request/types.js';
import { elementsOf, type XmlElement } from '../request/xml.js';
import type { GmlWay } from './gml.js';
import { EditFault, transactionResult, transactionXml } from './transaction-xml.js';
import type { WfsEdit, WfsTransactionOptions, WfsTransactionResult, WrittenType } from './types.js';

class Writing {
  readonly #options: WfsTransactionOptions;

  constructor(options: WfsTransactionOptions) {
    this.#options = options;
  }

  async run(edits: readonly WfsEdit[]): Promise<WfsTransactionResult> {
    if (edits.length === 0) return { inserted: 0, updated: 0, deleted: 0, ids: [] };
    const type = await this.#described();
    const body = this.#document(type, edits);
    const request = this.#request([], { method: 'POST', body, headers: { 'Content-Type': 'text/xml; charset=utf-8', Accept: 'text/xml, application/xml' }, attempts: 1 });
    const result = transactionResult(await this.#sent(request));
    if (!result) throw requestError('query-failed', request, { zh: '没有按 WFS 事务的格式回答，可能没有保存。请检查服务', en: 'did not answer a WFS transaction; nothing may have been saved. Check the service' });
    if ('refused' in result) throw troubleError({ kind: 'exception', text: result.refused }, request);
    return result;
  }

  /** Sends once: what was sent and not answered may have been done, and doing it again would do it twice. */
  async #sent(request: Ask): Promise<XmlElement> {
    try {
      return xmlOf(await ask(request));
    } catch (reason) {
      // A gateway that gives up does not know either.
      if (!(reason instanceof YztError) || !(reason.code === 'network' || reason.code === 'timeout' || [502, 504].includes(statusOf(reason) ?? 0))) throw reason;
      throw new YztError(reason.code, { zh: `${reason.text.zh}修改可能已经保存，也可能没有：请重新读取数据核对后再提交。`, en: `${reason.text.en} The edits may or may not have been saved: read the data again before sending them once more.` }, { cause: reason });
    }
  }

  async #described(): Promise<WrittenType> {
    const { table, crs, axis = 'xy' } = this.#options;
    const request = this.#request([['REQUEST', 'GetCapabilities'], ['ACCEPTVERSIONS', '2.0.0,1.1.0']]);
    const capabilities = xmlOf(await ask(request));
    const version = capabilities.attributes.get('version') === '1.1.0' ? '1.1.0' : '2.0.0';
    const type = featureType(capabilities, table);
    if (!type) throw requestError('not-found', request, { zh: `没有要素类型「${table}」。请检查 table`, en: `has no feature type "${table}". Check table` });
    if (!elementsOf(capabilities, 'Operation').some(({ attributes }) => attributes.get('name') === 'Transaction')) throw requestError('query-failed', request, { zh: '是只读的（能力说明里没有 Transaction），不能写入。请在服务器上打开 WFS-T，或换一个可写的服务', en: 'is read-only (its capabilities have no Transaction) and cannot be written to. Turn WFS-T on, or use a service that can be written to' });
    const schema = xmlOf(await ask(this.#request([['VERSION', version], ['REQUEST', 'DescribeFeatureType'], [version === '2.0.0' ? 'TYPENAMES' : 'TYPENAME', type.name]])));
    const { fields, offers } = describedType(schema, type);
    return {
      version,
      name: type.name.slice(type.name.indexOf(':') + 1),
      namespace: schema.attributes.get('targetNamespace') ?? '',
      place: offers.place,
      fields: new Map(fields.map((field) => [field.name, field.type])),
      way: await wayTo(crs ?? (type.systems.find((one) => one !== '') ?? 'EPSG:4326'), axis === 'yx', table),
    };
  }

  #document(type: WrittenType, edits: readonly WfsEdit[]): string {
    try {
      return transactionXml(type, edits);
    } catch (reason) {
      if (!(reason instanceof EditFault)) throw reason;
      throw this.#faulty(reason, type);
    }
  }

  #faulty({ reason, what }: EditFault, { name, fields }: WrittenType): YztError {
    const request = this.#request([]);
    const there = [...fields.keys()].slice(0, 20);
    if (reason === 'field') return requestError('unknown-field', request, { zh: `的「${name}」没有字段「${what}」，有的是：${there.join('、')}。未发送任何修改`, en: `has no field "${what}" in "${name}", only: ${there.join(', ')}. Nothing was sent` });
    if (reason === 'id') return requestError('bad-argument', request, { zh: '的一项修改没有写要素编号 id，未发送任何修改。请写服务给出的编号，例如 parcels.17', en: 'was to be sent an edit without an id; nothing was sent. Give the id of the service, such as parcels.17' });
    if (reason === 'place') return requestError('bad-argument', request, { zh: `不能写入这个图形（${what || '该要素类型没有几何字段'}），未发送任何修改。坐标须为经纬度，线至少两点，环至少四点`, en: `cannot take this geometry (${what || 'the type has none'}); nothing was sent. Coordinates are degrees, lines have two places at least, rings four` });
    return requestError('bad-argument', request, { zh: `的字段「${what}」的值不能写入（不是有限的数、不是有效的日期，或含有 XML 不允许的字符），未发送任何修改`, en: `cannot take the value of "${what}" (no finite number, no date, or letters that XML cannot hold); nothing was sent` });
  }

  #request(parameters: readonly (readonly [string, string])[], more: Partial<Ask> = {}): Ask {
    const { src, subject, signal, timeLimit } = this.#options;
    const query = new URLSearchParams([['SERVICE', 'WFS'], ...parameters.map(([name, value]): [string, string] => [name, value])]).toString();
    const url = parameters.length === 0 ? src : `${src}${src.includes('?') ? '&' : '?'}${query}`;
    return { url, subject, expects: 'xml', signal, timeLimit, ...more };
  }
}

/** How places are written in a system. @throws YztError `unknown-crs`. */
async function wayTo(crs: string, northFirst: boolean, table: string): Promise<GmlWay> {
  const code = crsCode(crs);
  const project = isDegrees(code) ? undefined : (await crsTransform(code))?.inverse;
  if (!isDegrees(code) && !project) throw unknownCrs(table, code);
  if (code === 'CRS84') return { crs: 'urn:ogc:def:crs:OGC:1.3:CRS84', northFirst: false, project };
  return { crs: northFirst ? code.replace('EPSG:', 'urn:ogc:def:crs:EPSG::') : code, northFirst, project };
}

/**
 * Inserts, updates and deletes features of a WFS 2.0.0 or 1.1.0 in one transaction, sent once and never again: what is not answered may have been done.
 * Nothing is sent if one of the edits cannot be written. Rights are those of the page: what `setCredentials` says, or the session.
 * @throws YztError `not-found` for a feature type that is not there; `query-failed` for a service that cannot be written to; `unknown-field`, `bad-argument`
 * for edits that cannot be written; `unknown-crs` for a system nobody knows; `service-exception` with the words of a service that refuses; `network`, `timeout` where it is not known what became of
 * them; and those of every request (`auth`, `forbidden`, `cors` …). DOMException `AbortError` when stopped.
 */
export function wfsTransaction(options: WfsTransactionOptions, edits: readonly WfsEdit[]): Promise<WfsTransactionResult> {
  return new Writing(options).run(edits);
}
