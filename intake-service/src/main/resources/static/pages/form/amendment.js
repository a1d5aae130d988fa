// An assessment that is there already, and is to be amended.

import { answeredIn } from './assessment.js';
import { call } from './calls.js';

/** What is amended, as it was read: {id, etag, assessment, urgency}. */
export class Amendment {
  constructor(before) {
    this.before = before;
  }

  /** Reads what is to be amended: an Amendment, or the status of the refusal. */
  static async of(id) {
    const { status, body, headers } = await call(`/api/assessments/${encodeURIComponent(id)}`);
    return status === 200 && body.assessment
      ? new Amendment({ id, etag: headers.get('ETag'), assessment: body.assessment, urgency: body.decision?.urgency })
      : status;
  }

  get urgency() {
    return this.before.urgency;
  }

  /** The questions it answers: none of them is hidden, or amending would take its answer back unseen. */
  get answered() {
    return answeredIn(this.before.assessment);
  }

  request(body) {
    return {
      method: 'PUT',
      path: `/api/assessments/${this.before.id}`,
      headers: { 'If-Match': this.before.etag },
      body,
    };
  }

  /** Marks the answers that differ, with what they were. */
  mark(questions) {
    for (const question of questions.values()) {
      const [group, name] = question.path.split('.');
      const was = this.before.assessment[group]?.[name];
      question.note('was', equal(was, question.value) ? '' : `was ${was === undefined ? 'not answered' : question.wordFor(was)}`);
    }
  }
}

function equal(one, other) {
  const canonical = (value) => JSON.stringify(Array.isArray(value) ? [...value].sort() : value);
  return canonical(one) === canonical(other);
}
