// What becomes of an assessment that was submitted.

import { follow } from '/shell/live.js';
import { call } from './calls.js';

const SOON_MS = 1_000;
const LATER_MS = 5_000;
const HURRY_FOR_MS = 60_000;

/**
 * Reads an assessment whenever the stream tells that something changed, and from time to time: it goes on where there is no
 * stream.
 */
export class Following {
  /** @param seen hears {read} or {failed: status} */
  constructor(assessmentId, seen) {
    this.path = `/api/assessments/${assessmentId}`;
    this.seen = seen;
    this.began = Date.now();
    this.end = follow('/api/assessments/stream', {
      on: { assessment: (read) => { if (read.assessmentId === assessmentId) this.read(); } },
      reload: () => this.read(),
    });
    this.read();
  }

  stop() {
    this.stopped = true;
    clearTimeout(this.timer);
    this.end();
  }

  async read() {
    clearTimeout(this.timer);
    this.turn = (this.turn ?? 0) + 1;
    const { turn } = this;
    const { status, body } = await call(this.path);
    // Of two that cross, the one that was asked last is the newer.
    if (this.stopped || turn !== this.turn) return;
    // It may not have reached the view yet.
    if (status !== 404) this.seen(status === 200 ? { read: body } : { failed: status });
    this.timer = setTimeout(() => this.read(), Date.now() - this.began < HURRY_FOR_MS ? SOON_MS : LATER_MS);
  }
}
