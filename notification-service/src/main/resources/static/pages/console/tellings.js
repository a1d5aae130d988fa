// Who was told of the alerts that nobody has acknowledged: attempts are no changes of an alert, and so are asked for.

import { call } from '/shell/api.js';

const AT_MOST = 50;
const EVERY = 5000;

export class Tellings {
  constructor(alerts, told) {
    Object.assign(this, { alerts, told, known: new Map(), shown: '' });
    setInterval(() => this.again(), EVERY);
  }

  get(id) {
    return this.known.get(id);
  }

  /** Asks soon; several changes at once are one question. */
  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.again(), 300);
  }

  async again() {
    const ids = this.alerts.unacknowledged.slice(0, AT_MOST).map(({ alertId }) => alertId);
    if (!ids.length || this.asking) return;
    this.asking = true;
    const answer = await call(`/api/alerts/tellings?${new URLSearchParams(ids.map((id) => ['alert', id]))}`);
    this.asking = false;
    if (!answer.ok) return;
    const text = JSON.stringify(answer.body.items);
    if (text === this.shown) return;
    this.shown = text;
    this.known = new Map(answer.body.items.map((item) => [item.alertId, item]));
    this.told();
  }
}
