// What the page shows once an assessment is submitted.

import { Alarm } from './alarm.js';
import { Following } from './following.js';

/** Shows decision, referrals and alert as they come, and has somebody called where no alert does. */
export class Afterwards {
  /** @param show shows a decision */
  constructor(standing, outcome, show) {
    this.standing = standing;
    this.outcome = outcome;
    this.show = show;
    this.alarm = new Alarm((overdue) => this.standing.call(overdue
      ? 'This is an emergency, and no alert is confirmed half a minute later.' : undefined));
  }

  /**
   * @param revision that is awaited
   * @param isFeared whether the evaluation found an emergency: it is one until the decision says otherwise
   * @param isThere false where it was looked for, and not found yet
   */
  follow(id, revision, { isFeared = false, isThere = true }) {
    this.id = id;
    this.revision = revision;
    if (isFeared) this.alarm.emergency();
    this.say(isThere ? 'Submitted. Triage is deciding.' : 'Your clinic has no such assessment, or it is too new to be shown.');
    this.following?.stop();
    this.following = new Following(id, (seen) => this.seen(seen));
  }

  say(text) {
    this.standing.say(text, { actions: { 'New assessment': '/', Amend: `/?amend=${this.id}` } });
  }

  seen({ read, failed }) {
    if (failed !== undefined) {
      this.say(failed === 401 ? 'Submitted. Sign in again to see what becomes of it.'
        : 'Submitted. What becomes of it cannot be read at the moment; this page goes on trying.');
      return;
    }
    const { decision, status, alert } = read;
    const decided = decision && decision.revision >= Math.max(this.revision, read.revision) ? decision : undefined;
    if (decided) this.show(decided);
    this.outcome.progress({ ...read, decision: decided });
    this.say(words(status, decided, read.revision));
    this.watch(decided, status === 'PARKED', alert);
  }

  watch(decided, parked, alert) {
    if (decided?.urgency === 'EMERGENCY' || parked) this.alarm.emergency(decided?.decidedAt);
    else if (decided) this.alarm.clear();
    this.alarm.confirmed(Boolean(alert) && hasReached(alert) && (isOpen(alert) || !decided || alert.raisedAt >= decided.decidedAt));
  }
}

/** A message of it went out, or somebody has it: that it was raised tells nobody yet. */
function hasReached({ state, deliveredAt }) {
  return Boolean(deliveredAt) || ['ACKNOWLEDGED', 'PATIENT_CONTACTED', 'CLOSED'].includes(state);
}

/** A closed alert was about what was known before. */
function isOpen({ state }) {
  return state !== 'CLOSED';
}

function words(status, decided, revision) {
  if (status === 'PARKED') return 'Submitted, but triage could not process it. Staff were told; judge the patient yourself.';
  if (!decided) return 'Submitted. Triage is deciding.';
  return revision > 1 ? `Submitted and decided, as revision ${revision}.` : 'Submitted and decided.';
}
