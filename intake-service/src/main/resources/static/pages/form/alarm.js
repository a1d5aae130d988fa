// Whether somebody is told of an emergency.

import { serverNow } from './calls.js';

const PATIENCE_MS = 30_000;

/** Watches that an alert is confirmed within half a minute of an emergency, whatever else the page is doing. */
export class Alarm {
  /** @param due hears true once an alert is overdue, false once it is not any more */
  constructor(due) {
    this.due = due;
    this.told = false;
    setInterval(() => this.look(), 1000);
    this.clear();
  }

  /** There is no emergency. */
  clear() {
    this.since = undefined;
    this.isConfirmed = false;
    this.look();
  }

  /** There is one, since when the server says, or now. */
  emergency(since) {
    const told = Date.parse(since ?? '');
    this.since = Math.min(this.since ?? Infinity, Number.isNaN(told) ? serverNow() : told);
    this.look();
  }

  /** Its alert has reached people, or has not. */
  confirmed(isConfirmed) {
    this.isConfirmed = isConfirmed;
    this.look();
  }

  look() {
    const overdue = this.since !== undefined && !this.isConfirmed && serverNow() - this.since >= PATIENCE_MS;
    if (overdue !== this.told) {
      this.told = overdue;
      this.due(overdue);
    }
  }
}
