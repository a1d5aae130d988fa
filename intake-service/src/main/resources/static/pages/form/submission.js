// Submitting what the form has.

import { Amendment } from './amendment.js';
import { problemsFrom } from './problems.js';
import { Sending } from './sending.js';

/** Submits the answers of a page, and tells on it how that goes. */
export class Submission {
  /** @param page the Intake that is submitted */
  constructor(page) {
    this.page = page;
    this.sending = new Sending((step) => this.stepped(step));
  }

  /** What is being sent; undefined where nothing is. */
  pending;

  /** The id that an attempt may have been accepted under. */
  knownAs;

  start(request) {
    this.pending = request;
    this.waits = false;
    this.page.sent();
    this.sending.start(request);
  }

  /** The answers are to be changed. The key stays, since what was sent may have been accepted. */
  takeBack() {
    this.sending.stop();
    this.pending = undefined;
    this.page.standing.call(undefined);
    this.page.returned();
  }

  stepped(step) {
    const { standing } = this.page;
    switch (step.step) {
      case 'sending':
        standing.say(step.attempt === 1 ? 'Submitting …' : 'Not submitted yet. Trying again …', { kind: this.waits ? 'warning' : '' });
        break;
      case 'waiting':
        this.waits = true;
        this.knownAs = step.assessmentId ?? this.knownAs;
        this.page.saveNow();
        standing.waiting(step, { 'Try now': () => this.sending.hurry(), 'Change answers': () => this.takeBack() });
        this.warn(this.page.evaluated);
        break;
      case 'accepted':
        this.pending = undefined;
        standing.call(undefined);
        this.page.accepted(step.receipt);
        break;
      case 'signedOut':
        standing.say('Not submitted: you are signed out. Your answers are kept in this browser. Sign in again, and they are'
          + ' submitted.', { kind: 'warning', actions: { 'Sign in again': location.href } });
        break;
      case 'refused':
        this.takeBack();
        this.refused(step);
        break;
    }
  }

  /** Where nothing can be submitted, nobody is told of an emergency either. */
  warn(evaluated) {
    if (this.pending && this.waits && evaluated?.urgency === 'EMERGENCY') {
      this.page.standing.call('This looks like an emergency, and it is not submitted: nobody was told.');
    }
  }

  refused({ status, problem }) {
    const { standing, problems, questions } = this.page;
    const errors = problemsFrom(problem, questions);
    if (errors.length) {
      problems.show(errors);
    } else if (status === 412) {
      this.page.lock(true);
      standing.say('Not submitted: somebody has amended this assessment meanwhile. Reload it, and amend what is there now.',
        { kind: 'warning', actions: { Reload: () => this.page.leaveFor(location.href) } });
    } else if (status === 422) {
      standing.say('Not submitted: an earlier attempt was accepted, with the answers as they were then. Amend that one.',
        { kind: 'warning', actions: this.knownAs
          ? { 'Amend it with these answers': () => this.amendTheAccepted() } : { 'Find it in the list': '/assessments' } });
    } else {
      problems.show([{ path: '', message: `Not submitted. ${problem.detail ?? `The answer was ${status}.`}` }]);
    }
  }

  async amendTheAccepted() {
    const amendment = await Amendment.of(this.knownAs);
    if (amendment instanceof Amendment) {
      this.page.amending(amendment);
      this.page.submit();
    } else {
      this.page.standing.say('Not submitted: the earlier attempt cannot be read at the moment.',
        { kind: 'warning', actions: { 'Try again': () => this.amendTheAccepted() } });
    }
  }
}
