// The alert that is opened. Each reading is written down by the service, so it is read only where somebody opens it, and while
// it is open and changes.

import { call } from '/shell/api.js';
import { el } from '/shell/elements.js';
import { exchange } from './exchange.js';
import { file } from './file.js';
import { learnTime } from './ticking.js';

const place = document.getElementById('file');

export class Opened {
  constructor({ options, back }) {
    Object.assign(this, { options, back, id: null, read: null, status: null, reading: 0 });
    this.show();
  }

  open(id) {
    if (this.id !== id) Object.assign(this, { id, read: null, status: null });
    this.show();
    return this.again();
  }

  close() {
    Object.assign(this, { id: null, read: null, status: null });
    this.show();
  }

  /** An alert has changed. */
  hear(alert) {
    if (alert.alertId === this.id && (this.read?.version ?? 0) < alert.version) this.again();
  }

  async again() {
    if (!this.id) return;
    const turn = ++this.reading;
    const answer = await call(`/api/alerts/${encodeURIComponent(this.id)}`);
    if (turn !== this.reading) return;
    learnTime(answer);
    if (answer.ok) Object.assign(this, { read: answer.body, status: null });
    else this.status = answer.status;
    this.show();
  }

  show() {
    exchange(place, this.id ? el('p', { class: 'back' }, el('button', { type: 'button', onclick: this.back }, 'All alerts')) : null, this.content());
    if (this.read) place.setAttribute('aria-labelledby', 'file-title');
    else place.removeAttribute('aria-labelledby');
  }

  content() {
    if (!this.id) return state('empty', 'No alert is opened', 'Opening one shows the patient reference, the clinic’s phone, the findings, and what was tried. That you have read them is written down.');
    if (this.status === 404) return state('empty', 'There is no such alert', 'The address may be mistyped, or the alert may be another network’s.');
    if (this.status === 400) return state('empty', 'That is no alert', 'The address is mistyped.');
    const failed = this.status !== null && this.status !== 401;
    if (failed && !this.read) return state('error', 'This alert cannot be read right now', 'The page goes on by itself once the service can reach its data.');
    if (!this.read) return state('loading', null, 'Reading the alert.');
    return [failed ? el('p', { class: 'notice', 'data-kind': 'refused' }, 'This may be old: the alert could not be read anew.') : null, file(this.read, this.options)];
  }
}

function state(kind, title, text) {
  return el('div', { class: 'state', 'data-state': kind }, title ? el('h2', {}, title) : null, el('p', {}, text));
}
