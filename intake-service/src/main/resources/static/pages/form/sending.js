// Sends one assessment, for as long as it takes.

import { call } from './calls.js';

const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Sends an assessment until it is accepted or refused, always under one key or of one revision, so that a repeat is the same
 * assessment. What becomes of it is told in steps:
 *
 * - {step: 'sending', attempt}
 * - {step: 'waiting', because, until, assessmentId}: not submitted; it is sent again then
 * - {step: 'accepted', receipt}
 * - {step: 'refused', status, problem}: to be mended, or never to be accepted
 * - {step: 'signedOut'}
 */
export class Sending {
  constructor(tell) {
    this.tell = tell;
    this.running = false;
    window.addEventListener('online', () => this.hurry());
  }

  /** @param request {method, path, headers, body} */
  async start({ path, ...request }) {
    if (this.running) return;
    this.running = true;
    for (let attempt = 1; this.running; attempt++) {
      this.tell({ step: 'sending', attempt });
      const answer = await call(path, request);
      if (!this.running) return;
      if (isFinal(answer)) {
        this.running = false;
        this.tell(end(answer));
        return;
      }
      await this.pause(answer, attempt);
    }
  }

  /** Gives up; what was sent may have been accepted all the same. */
  stop() {
    this.running = false;
    this.hurry();
  }

  /** Does not wait for the end of the pause. */
  hurry() {
    this.endPause?.();
  }

  pause({ status, body, headers }, attempt) {
    const asked = Number(headers.get('Retry-After')) || 0;
    const pause = Math.max(Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), LONGEST_PAUSE_MS), asked * 1000);
    return new Promise((resume) => {
      const timer = setTimeout(resume, pause);
      this.endPause = () => {
        clearTimeout(timer);
        resume();
      };
      this.tell({ step: 'waiting', because: reason(status), until: Date.now() + pause, assessmentId: body.assessmentId });
    });
  }
}

function isFinal({ status }) {
  return status > 0 && status < 500 && status !== 408 && status !== 429;
}

function end({ status, body }) {
  if (status === 202) return { step: 'accepted', receipt: body };
  return status === 401 ? { step: 'signedOut' } : { step: 'refused', status, problem: body };
}

function reason(status) {
  if (status === 0) return navigator.onLine ? 'unreachable' : 'offline';
  return status === 429 ? 'busy' : 'unavailable';
}
