// Follows a stream of server-sent events: what breaks is connected again, from where it broke, and told meanwhile.

import { ended } from './api.js';
import { duration } from './times.js';

const SILENCE = 15000; // the service beats every five seconds
const PAUSES = [1000, 2000, 4000, 8000];

/**
 * Follows a stream. `on` maps the names of events to functions of their data, and `other` takes those that it does not name;
 * `reload` reads the state anew, at first and whenever changes may have been missed. The document's event `connection` tells,
 * once a second, whether what the page shows is `live`, and how many seconds it is old (`age`). Returns a function that ends it.
 */
export function follow(path, { on = {}, other = () => {}, reload = () => {} }) {
  const stream = new Following(path, on, other, reload);
  stream.run();
  return () => stream.stop();
}

class Following {
  constructor(path, on, other, reload) {
    Object.assign(this, { path, on, other, reload, lastEventId: null, failures: 0, stopped: false, fresh: Date.now(), behind: false });
    this.clock = setInterval(() => this.tell(), 1000);
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) this.wake?.();
    });
    window.addEventListener('online', () => this.wake?.());
    window.addEventListener('offline', () => this.abort?.abort());
    this.state = 'connecting';
    this.tell();
  }

  stop() {
    this.stopped = true;
    clearInterval(this.clock);
    this.abort?.abort();
  }

  async run() {
    while (!this.stopped) {
      try {
        await this.connect();
      } catch {
        // Whatever it was, the connection is gone.
      }
      clearTimeout(this.watch);
      if (this.stopped) return;
      this.state = 'lost';
      this.tell();
      const pause = PAUSES[Math.min(this.failures++, PAUSES.length - 1)];
      await new Promise((resolve) => {
        this.wake = resolve;
        setTimeout(resolve, pause * (0.75 + Math.random() / 2));
      });
      this.wake = null;
    }
  }

  async connect() {
    this.abort = new AbortController();
    this.expect();
    const headers = { Accept: 'text/event-stream' };
    if (this.lastEventId) headers['Last-Event-ID'] = this.lastEventId;
    const response = await fetch(this.path, { headers, signal: this.abort.signal, cache: 'no-store', redirect: 'error' });
    if (response.status === 401) ended();
    if (!response.ok) return;
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      this.heard();
      text += value;
      const blocks = text.split(/\r?\n\r?\n/);
      text = blocks.pop();
      for (const block of blocks) this.take(block);
    }
  }

  heard() {
    this.expect();
    this.failures = 0;
    if (this.state !== 'live') {
      this.state = 'live';
      this.tell();
    }
    if (!this.behind) this.fresh = Date.now();
  }

  /** A connection that is open but silent is lost too. */
  expect() {
    clearTimeout(this.watch);
    this.watch = setTimeout(() => this.abort?.abort(), SILENCE);
  }

  take(block) {
    let name = 'message';
    let begins = false; // a position without an event, where there was none: what came before is to be read
    const data = [];
    for (const line of block.split(/\r?\n/)) {
      const [, field, value] = /^([^:]*):? ?(.*)$/.exec(line) ?? [];
      if (field === 'event') name = value;
      else if (field === 'data') data.push(value);
      else if (field === 'id') {
        begins = this.lastEventId === null;
        this.lastEventId = value;
      }
    }
    if (data.length === 0) {
      if (begins) this.reload();
      return;
    }
    if (name === 'away' || name === 'back') {
      this.behind = name === 'away';
      if (!this.behind) this.fresh = Date.now();
      this.tell();
    } else if (name === 'ready' || name === 'resync' || name === 'reset') {
      this.reload();
    } else {
      (this.on[name] ?? this.other)(JSON.parse(data.join('\n')), name);
    }
  }

  /** Shows in the bar whether the page is live, and in a banner how old what it shows is. */
  tell() {
    const age = Math.round((Date.now() - this.fresh) / 1000);
    const live = this.state === 'live' && !this.behind;
    document.dispatchEvent(new CustomEvent('connection', { detail: { live, connecting: this.state === 'connecting', age } }));
    show(live ? 'live' : this.state === 'connecting' ? 'connecting' : 'lost', live || age < 3 ? null : this.reason(age));
  }

  reason(age) {
    const cause = this.behind ? 'The service cannot read its data' : 'Connection lost';
    return `${cause}: what this page shows is ${duration(Math.max(age, 1))} old. It goes on by itself.`;
  }
}

const LABELS = { live: 'live', connecting: 'connecting', lost: 'not connected' };

function show(state, warning) {
  const connection = document.getElementById('connection');
  const banner = document.getElementById('stale');
  if (!connection || !banner) return;
  connection.hidden = false;
  connection.dataset.state = state;
  const label = document.getElementById('connection-text');
  if (label.textContent !== LABELS[state]) label.textContent = LABELS[state];
  banner.hidden = warning === null;
  if (warning !== null && banner.textContent !== warning) banner.textContent = warning;
}
