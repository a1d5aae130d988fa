// The lines of a worklist, in the order of the service: the most urgent first, then what is due first.

import { URGENCIES } from '/shell/elements.js';
import { isOpen } from './names.js';

function compare(one, other) {
  return URGENCIES.indexOf(one.urgency) - URGENCIES.indexOf(other.urgency)
    || due(one) - due(other)
    || (one.referralId < other.referralId ? -1 : 1);
}

function due(line) {
  return line.dueAt ? Date.parse(line.dueAt) : Infinity;
}

/** Whether a line belongs to the worklist of this queue and state; no state is all that is open. */
export function belongs(line, queue, state) {
  return line.queue === queue && (state ? line.state === state : isOpen(line));
}

export class Lines {
  /** `next` is the cursor of what follows on the last line, where more does. */
  constructor(lines = [], next = null) {
    this.lines = [...lines];
    this.next = next;
  }

  get all() {
    return this.lines;
  }

  get size() {
    return this.lines.length;
  }

  find(id) {
    return this.lines.find((line) => line.referralId === id);
  }

  /** Lines of the next page. */
  append(lines, next) {
    const news = lines.filter((line) => !this.find(line.referralId));
    this.lines = [...this.lines, ...news].sort(compare);
    this.next = next;
  }

  /** Takes in a newer version of a line; an older one changes nothing. Returns what was known before. */
  put(line) {
    const before = this.find(line.referralId);
    if (before && before.version > line.version) return before;
    const others = this.lines.filter((one) => one !== before);
    // What would stand behind the last line that was read comes with its page.
    const behind = this.next && others.length && compare(line, others.at(-1)) > 0;
    this.lines = behind ? others : [...others, line].sort(compare);
    return before;
  }

  remove(id) {
    this.lines = this.lines.filter((line) => line.referralId !== id);
  }

  /** The line so many places further; the nearest there is. Without a place to start from, the first. */
  from(id, steps) {
    if (!this.lines.length) return null;
    const at = this.lines.findIndex((line) => line.referralId === id);
    if (at < 0) return this.lines[Math.min(Math.max(this.lastAt ?? 0, 0), this.lines.length - 1)];
    return this.lines[Math.min(Math.max(at + steps, 0), this.lines.length - 1)];
  }

  /** Remembers where a line stands, so that one goes on from there once it is gone. */
  remember(id) {
    const at = this.lines.findIndex((line) => line.referralId === id);
    if (at >= 0) this.lastAt = at;
  }
}
