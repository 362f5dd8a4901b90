/** What is in a vector tile (Mapbox Vector Tile 2.1), and whether its counts can be true, before anybody makes room for them. Pure. */

/** Layers of a tile by name, or what is wrong with it. */
export type TileCheck = { readonly layers: readonly string[] } | { readonly fault: 'protobuf' | 'geometry' | 'gzip' };

class Fault extends Error {
  readonly kind: 'protobuf' | 'geometry';

  constructor(kind: 'protobuf' | 'geometry') {
    super(kind);
    this.kind = kind;
  }
}

class Reader {
  at: number;
  readonly end: number;
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array, at: number, end: number) {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
  }

  get more(): boolean {
    return this.at < this.end;
  }

  varint(): number {
    let value = 0;
    for (let shift = 0; shift < 70; shift += 7) {
      if (this.at >= this.end) throw new Fault('protobuf');
      const byte = this.bytes[this.at++] as number;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
    throw new Fault('protobuf');
  }

  /** A field that has a length. */
  inner(): Reader {
    const length = this.varint();
    const end = this.at + length;
    if (end > this.end) throw new Fault('protobuf');
    const inner = new Reader(this.bytes, this.at, end);
    this.at = end;
    return inner;
  }

  /** Calls back for each field that has a length, and passes over the others. */
  fields(each: (field: number, inner: Reader) => void): void {
    while (this.more) {
      const tag = this.varint();
      const field = Math.floor(tag / 8);
      switch (tag % 8) {
        case 0:
          this.varint();
          break;
        case 1:
          this.skip(8);
          break;
        case 2:
          each(field, this.inner());
          break;
        case 5:
          this.skip(4);
          break;
        default:
          throw new Fault('protobuf');
      }
    }
  }

  skip(count: number): void {
    this.at += count;
    if (this.at > this.end) throw new Fault('protobuf');
  }

  text(): string {
    return new TextDecoder().decode(this.bytes.subarray(this.at, this.end));
  }
}

/** Commands of a geometry: as many numbers as they say, and nothing is closed twice. */
function checkGeometry(reader: Reader): void {
  while (reader.more) {
    const word = reader.varint();
    const [command, count] = [word % 8, Math.floor(word / 8)];
    if (command === 7 ? count !== 1 : (command !== 1 && command !== 2) || 2 * count > reader.end - reader.at) throw new Fault('geometry');
    if (command !== 7) for (let number = 0; number < 2 * count; number++) reader.varint();
  }
}

function checkLayer(reader: Reader): string {
  let name = '';
  reader.fields((field, inner) => {
    if (field === 1) name = inner.text();
    if (field === 2) inner.fields((part, geometry) => part === 4 && checkGeometry(geometry));
  });
  return name;
}

/** Looks through a tile. An empty one has no layers. */
export function tileCheck(bytes: Uint8Array): TileCheck {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return { fault: 'gzip' };
  const layers: string[] = [];
  try {
    new Reader(bytes, 0, bytes.length).fields((field, inner) => field === 3 && layers.push(checkLayer(inner)));
  } catch (reason) {
    if (reason instanceof Fault) return { fault: reason.kind };
    throw reason;
  }
  return { layers };
}
