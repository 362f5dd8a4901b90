/** Documents for tests, read as the answers of services are. */
import { xmlOf, type XmlElement } from '@yizhangtu/data/request';

export function xmlFrom(text: string): XmlElement {
  const bytes = new Uint8Array(new TextEncoder().encode(text));
  return xmlOf({ status: 200, headers: new Headers({ 'content-type': 'text/xml' }), url: '/wms', bytes, request: { url: '/wms', subject: 'yzt-wms-layer', expects: 'xml' } });
}
