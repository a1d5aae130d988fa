// What triage would make of the answers.

import { call } from './calls.js';

/** Asks for evaluations. Of several questions only the last is answered. */
export class Preview {
  /** {decision}, {failed: status} or {superseded: true}. */
  async of(assessment) {
    this.asked?.abort();
    this.asked = new AbortController();
    const { signal } = this.asked;
    const { status, body } = await call('/form/evaluation', { method: 'POST', body: assessment, signal });
    if (signal.aborted) return { superseded: true };
    return status === 200 ? { decision: body } : { failed: status };
  }

  /** What was asked is not to be answered any more. */
  forget() {
    this.asked?.abort();
  }
}
