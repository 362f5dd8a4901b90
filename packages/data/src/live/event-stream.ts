/** The lines of a stream of server-sent events (HTML standard, 9.2), put together over pieces. Pure. */

/** One event. */
export interface StreamEvent {
  readonly type: string;
  readonly data: string;
}

export class EventLines {
  #text = '';
  #data: string[] = [];
  #type = '';
  /** Id of the last event, to go on from. */
  lastId = '';
  /** Milliseconds the server wants between two connections. */
  retry: number | undefined;

  /** Events that a piece completes. */
  take(piece: string): StreamEvent[] {
    this.#text += piece;
    const events: StreamEvent[] = [];
    const lines = this.#text.split(/\r\n|\n|\r(?!$)/);
    this.#text = lines.pop() ?? '';
    for (const line of lines) {
      const event = this.#line(line);
      if (event) events.push(event);
    }
    return events;
  }

  #line(line: string): StreamEvent | undefined {
    if (line === '') {
      const event = this.#data.length > 0 ? { type: this.#type || 'message', data: this.#data.join('\n') } : undefined;
      [this.#data, this.#type] = [[], ''];
      return event;
    }
    const colon = line.indexOf(':');
    if (colon === 0) return undefined;
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (name === 'data') this.#data.push(value);
    else if (name === 'event') this.#type = value;
    else if (name === 'id' && !value.includes('\0')) this.lastId = value;
    else if (name === 'retry' && /^\d+$/.test(value)) this.retry = Number(value);
    return undefined;
  }
}
