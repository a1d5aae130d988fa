// The open alerts as they are known here, and in which order they are told.

import { ME } from './names.js';

/** True where a patient may be waiting. */
export const isAboutAPatient = (alert) => alert.kind !== 'OPERATIONS';

export const isUnacknowledged = (alert) => alert.state === 'NOTIFYING';

export const isMine = (alert) => alert.acknowledgedBy === ME;

const by = (time) => (one, other) => Date.parse(one[time] ?? '9999-01-01') - Date.parse(other[time] ?? '9999-01-01');

export class Alerts {
  constructor() {
    this.known = new Map();
    this.heard = new Map(); // since the last reading began: it may have missed them
  }

  /** A reading begins. */
  begin() {
    this.heard = new Map();
  }

  /** What was read, and what was heard meanwhile. */
  replace(items) {
    this.known = new Map();
    for (const alert of [...items, ...this.heard.values()]) this.take(alert);
  }

  /** Takes in an alert, and answers what it was before; nothing older overwrites what is known. */
  put(alert) {
    const before = this.known.get(alert.alertId);
    this.heard.set(alert.alertId, alert);
    this.take(alert);
    return before;
  }

  take(alert) {
    if ((this.known.get(alert.alertId)?.version ?? 0) > alert.version) return;
    if (alert.state === 'CLOSED') this.known.delete(alert.alertId);
    else this.known.set(alert.alertId, alert);
  }

  get(id) {
    return this.known.get(id);
  }

  /** Patients first, and of them who waits longest. */
  get unacknowledged() {
    return this.of(isUnacknowledged)
      .sort((one, other) => isAboutAPatient(other) - isAboutAPatient(one) || by('raisedAt')(one, other));
  }

  get mine() {
    return this.of((alert) => !isUnacknowledged(alert) && isMine(alert)).sort(by('nextAt'));
  }

  get others() {
    return this.of((alert) => !isUnacknowledged(alert) && !isMine(alert)).sort(by('nextAt'));
  }

  /** All, as they stand on the page. */
  get all() {
    return [...this.unacknowledged, ...this.mine, ...this.others];
  }

  of(condition) {
    return [...this.known.values()].filter(condition);
  }
}
