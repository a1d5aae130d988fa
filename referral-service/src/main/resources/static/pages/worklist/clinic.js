// The referrals of one assessment as its clinic sees them: what became of each, and what the clinic does about it; live.

import { call } from '/shell/api.js';
import { el } from '/shell/elements.js';
import { follow } from '/shell/live.js';
import { shortcut } from '/shell/shortcuts.js';
import { ACTIONS } from './actions.js';
import { exchange } from './exchange.js';
import { ASSESSMENTS } from './names.js';
import { Opened } from './opened.js';
import { Search } from './search.js';
import { table } from './table.js';
import { focusOn, showsBoth, view } from './view.js';

const place = document.getElementById('list');
const changed = new Set(); // since it was rendered last
let rendering = null;
let pressed = false; // what is exchanged while somebody presses it hears no click

const opened = new Opened({ changed: change, back: () => view('list') });
const search = new Search({ found, ended: render });

/** Takes in what became of a referral. */
function change(referral) {
  search.hear(referral);
  changed.add(referral.referralId);
  rendering ??= setTimeout(render, 100);
}

function hear(line) {
  change(line);
  opened.hear(line);
}

function found() {
  const [first] = search.lines.all;
  if (first && (showsBoth() || search.lines.size === 1)) show(opened.id ?? first.referralId);
  else render();
  if (first && !opened.id) focusOn(first.referralId);
}

function show(id) {
  if (!showsBoth()) view('file');
  const showing = opened.show(id);
  render();
  return showing;
}

function render() {
  clearTimeout(rendering);
  rendering = pressed ? setTimeout(render, 100) : null;
  if (pressed) return;
  const options = { open: opened.id, changed, show, act: (action) => opened.press(action), withQueue: true };
  exchange(place, search.active && search.lines.size
    ? [el('h2', {}, search.title()), table('Referrals', search.lines.all, options)]
    : empty());
  changed.clear();
  address();
}

function empty() {
  if (search.text && !search.active) return el('div', { class: 'state', 'data-state': 'loading' }, el('p', {}, 'Reading the referrals.'));
  const [title, text] = search.active
    ? ['No referrals of such an assessment', 'It may not be decided yet, its id may be mistyped, or it may be another clinic\'s.']
    : ['Choose an assessment', 'Its referrals stand here. Those that came back are on top of the list of assessments.'];
  return el(
    'div',
    { class: 'state', 'data-state': 'empty' },
    el('h2', {}, title),
    el('p', {}, text),
    el('p', {}, el('a', { class: 'button', href: `${ASSESSMENTS}/assessments` }, 'All assessments')),
  );
}

/** What is shown can be gone back to. */
function address() {
  const query = new URLSearchParams();
  if (search.text) query.set('assessment', search.text);
  if (opened.id) query.set('referral', opened.id);
  const wanted = query.size ? `?${query}` : location.pathname;
  if (location.search !== wanted) history.replaceState(history.state, '', wanted);
}

function reload() {
  if (search.active) search.again();
  opened.read();
}

place.addEventListener('pointerdown', () => { pressed = true; });
for (const end of ['pointerup', 'pointercancel']) window.addEventListener(end, () => { pressed = false; });

const { key, title } = ACTIONS.cancel;
shortcut(key, title, () => opened.press('cancel'));
shortcut('/', 'Search by assessment', () => search.focus());

const before = new URLSearchParams(location.search);
if (before.get('assessment')) search.find(before.get('assessment'));
if (before.get('referral')) show(before.get('referral'));
else render();

follow('/api/referrals/stream', { on: { referral: hear }, reload });
