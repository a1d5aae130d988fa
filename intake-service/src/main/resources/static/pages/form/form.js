// The page: one assessment is filled in, submitted and followed, or one is amended.

import { alarm, say } from '/shell/announce.js';
import { shortcut } from '/shell/shortcuts.js';
import { Afterwards } from './afterwards.js';
import { Amendment } from './amendment.js';
import { showWhatApplies, unfold } from './asking.js';
import { answeredIn, assessmentOf, fill, problemsOf } from './assessment.js';
import { call } from './calls.js';
import { Draft, newKey } from './draft.js';
import { debounced, goTo } from './focus.js';
import { Outcome } from './outcome.js';
import { syncPicker } from './picker.js';
import { Preview } from './preview.js';
import { Problems } from './problems.js';
import { questionsOf } from './questions.js';
import { Screen } from './screen.js';
import { Standing } from './standing.js';
import { Submission } from './submission.js';

class Intake {
  constructor(form, root) {
    this.form = form;
    this.root = root;
    this.questions = questionsOf(form);
    this.outcome = new Outcome(root, this.questions);
    this.standing = new Standing(root, form.dataset.onCallPhone);
    this.problems = new Problems(form, this.questions);
    this.screen = new Screen(form, this.questions);
    this.preview = new Preview();
    this.submission = new Submission(this);
    this.afterwards = new Afterwards(this.standing, this.outcome, (decision) => this.show(decision));
    this.showPicker = syncPicker(document.getElementById('figure'), this.questions.get('pain.regions'));
    this.kept = new Set();
    this.isOver = false; // nothing is kept any more: it is accepted, or discarded
    this.save = debounced(200, () => this.saveNow());
    this.evaluate = debounced(250, () => this.evaluateNow());
  }

  async open() {
    const address = new URLSearchParams(location.search);
    const amended = address.get('amend');
    this.draft = await Draft.open(this.form.dataset.account, amended ?? 'new');
    this.listen();
    if (address.has('assessment')) {
      await this.showSubmitted(address.get('assessment'));
    } else {
      await this.begin(this.draft.read(), amended);
    }
  }

  listen() {
    this.form.addEventListener('input', () => this.changed());
    this.form.addEventListener('change', ({ target }) => {
      this.changed();
      this.problems.changed(target, problemsOf(this.form, this.questions));
    });
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.submit();
    });
    this.form.addEventListener('keydown', (event) => {
      // Else whoever ends a number with Enter submits half an assessment.
      if (event.key === 'Enter' && event.target.tagName === 'INPUT' && !event.ctrlKey && !event.metaKey) event.preventDefault();
    });
    document.querySelector('[data-discard]').addEventListener('click', () => this.startAnew());
    document.addEventListener('visibilitychange', () => this.saveNow());
    window.addEventListener('pagehide', () => this.saveNow());
    document.addEventListener('signing-out', (event) => {
      if (!this.mayDiscard()) event.preventDefault();
    });
    document.addEventListener('signed-out', () => { this.isOver = true; });
    if (/Mac/.test(navigator.platform)) document.getElementById('submit-keys').textContent = '⌘ ↵';
    shortcut('Mod+Enter', 'Submit', () => this.submit());
    shortcut('n', 'Next open question of the emergency screen', () => this.screen.next());
    shortcut('o', 'Outcome', () => goTo(this.root, 'start'));
  }

  async begin(left, amended) {
    this.key = left?.key ?? newKey();
    if (left) {
      this.restore(left);
    } else if (amended && !(await this.beginAmending(amended))) {
      return;
    }
    this.changed();
    if (left?.pending) this.submission.start(left.pending);
  }

  changed() {
    showWhatApplies(this.questions, this.kept);
    unfold(this.form, this.questions);
    this.showPicker();
    this.screen.show();
    this.amendment?.mark(this.questions);
    this.save();
    this.evaluate();
  }

  saveNow() {
    const untouched = !this.submission.pending && !this.isTouched();
    if (!this.key || this.isOver || untouched) return;
    const given = {};
    this.questions.forEach((question) => { given[question.path] = question.given; });
    this.draft.write({
      key: this.key,
      given,
      reference: this.form.elements['patient.reference'].value,
      assessedAt: this.form.elements.assessedAt.value,
      before: this.amendment?.before,
      pending: this.submission.pending,
      knownAs: this.submission.knownAs,
    });
    document.getElementById('no-draft').hidden = this.draft.available;
  }

  isTouched() {
    return this.form.elements['patient.reference'].value !== '' || this.form.elements.assessedAt.value !== ''
      || [...this.questions.values()].some((question) => question.given !== undefined);
  }

  restore(left) {
    this.form.elements['patient.reference'].value = left.reference ?? '';
    this.form.elements.assessedAt.value = left.assessedAt ?? '';
    this.questions.forEach((question) => { question.given = left.given?.[question.path]; });
    this.submission.knownAs = left.knownAs;
    if (left.before) this.amending(new Amendment(left.before));
    const at = new Date(left.savedAt).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
    document.getElementById('draft-note').prepend(`This is your draft of ${at}. `);
    say(`Your draft of ${at} is back.`);
  }

  startAnew() {
    if (this.mayDiscard()) this.leaveFor('/');
  }

  mayDiscard() {
    return this.isOver || !this.isTouched() || window.confirm('Discard these answers? They are not submitted.');
  }

  /** Goes elsewhere, and keeps no draft. */
  leaveFor(address) {
    this.isOver = true;
    this.draft.forget();
    location.assign(address);
  }

  async beginAmending(id) {
    const amendment = await Amendment.of(id);
    if (amendment instanceof Amendment) {
      this.amending(amendment);
      fill(this.form, this.questions, amendment.before.assessment);
      return true;
    }
    this.lock(true);
    this.standing.say(amendment === 404 ? 'Your clinic has no such assessment.' : 'The assessment cannot be read at the moment.',
      { kind: 'warning', actions: { 'Try again': location.href } });
    return false;
  }

  amending(amendment) {
    this.amendment = amendment;
    this.kept = amendment.answered;
    document.getElementById('heading').textContent = 'Amend an assessment';
    document.querySelector('#submit span').textContent = 'Submit the amendment';
  }

  async evaluateNow() {
    if (this.isLocked) return;
    const missing = problemsOf(this.form, this.questions).filter(({ path }) => this.questions.has(path));
    if (missing.length) {
      this.preview.forget();
      this.evaluated = undefined;
      this.outcome.clear();
      const names = missing.map(({ path }) => this.questions.get(path).name.toLowerCase());
      this.standing.say(`Not submitted. A preview shows here once these are answered: ${names.join(', ')}.`);
      return;
    }
    const answer = await this.preview.of(assessmentOf(this.form, this.questions, { withReference: false }));
    if (!answer.superseded && !this.isLocked) this.showPreview(answer);
  }

  showPreview({ decision, failed }) {
    this.evaluated = decision;
    if (decision) {
      this.standing.say('');
      this.show(decision, 'Preview, not submitted');
    } else {
      this.outcome.clear();
      this.standing.say(failed === 401 ? 'Not submitted: you are signed out. Your answers are kept in this browser.'
        : 'Not submitted. No preview without the service; your answers are kept in this browser.', { kind: 'warning' });
    }
  }

  /** @param mark what it is worth; undefined for a decision that stands */
  show(decision, mark) {
    this.outcome.decision(decision, { mark, was: this.amendment?.urgency, canAnswer: !this.isLocked });
    const words = `${mark ? `${mark}: ` : ''}${decision.urgency.replaceAll('_', ' ')}`;
    if (words === this.told) return;
    this.told = words;
    (decision.urgency === 'EMERGENCY' ? alarm : say)(words);
  }

  submit() {
    if (this.isLocked) return;
    const found = problemsOf(this.form, this.questions);
    if (found.length) {
      this.problems.show(found);
      return;
    }
    const body = assessmentOf(this.form, this.questions, { withReference: true });
    this.submission.start(this.amendment?.request(body)
      ?? { method: 'POST', path: '/api/assessments', headers: { 'Idempotency-Key': this.key }, body });
  }

  /** It is on its way, and stays as it is meanwhile. */
  sent() {
    this.problems.clear();
    this.lock(true);
    this.saveNow();
    this.evaluateWhatIsSent(this.submission.pending.body);
  }

  /** Whatever becomes of the submission, one can see at once what triage would make of it. */
  async evaluateWhatIsSent(body) {
    const { decision } = this.evaluated ? { decision: this.evaluated }
      : await this.preview.of({ ...body, assessedAt: undefined, patient: { ...body.patient, reference: '-' } });
    if (!decision || !this.submission.pending) return;
    this.evaluated = decision;
    this.show(decision, 'Not submitted');
    this.submission.warn(decision);
  }

  /** It was not accepted: the answers can be changed. */
  returned() {
    this.lock(false);
    this.changed();
  }

  accepted({ assessmentId, revision }) {
    this.isOver = true;
    this.draft.forget();
    history.replaceState(null, '', `/?assessment=${assessmentId}`);
    if (this.evaluated) this.show(this.evaluated, 'Submitted; triage is deciding');
    this.afterwards.follow(assessmentId, revision, { isFeared: this.evaluated?.urgency === 'EMERGENCY' });
    goTo(this.root, 'start');
  }

  /** One that was submitted before, as after a reload. */
  async showSubmitted(id) {
    this.isOver = true;
    this.lock(true);
    document.getElementById('heading').textContent = 'Assessment';
    const { status, body } = await call(`/api/assessments/${encodeURIComponent(id)}`);
    if (status === 200 && body.assessment) {
      fill(this.form, this.questions, body.assessment);
      this.kept = answeredIn(body.assessment);
      this.changed();
    }
    this.afterwards.follow(id, 1, { isThere: status !== 404 });
  }

  lock(isLocked) {
    this.isLocked = isLocked;
    document.getElementById('answers').disabled = isLocked;
    document.getElementById('submit').disabled = isLocked;
  }
}

new Intake(document.getElementById('intake'), document.getElementById('outcome')).open();
