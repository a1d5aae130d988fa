// The on-call console: what is burning, for how long, who has it, and what is done about it; live, loud, and by keyboard.

import { alarm, say } from '/shell/announce.js';
import { call } from '/shell/api.js';
import { el } from '/shell/elements.js';
import { follow } from '/shell/live.js';
import { shortcut } from '/shell/shortcuts.js';
import { ACTIONS, offered, send, usual } from './actions.js';
import { Alerts, isAboutAPatient, isMine, isUnacknowledged } from './alerts.js';
import { answer, connected, unanswered } from './answer.js';
import { ask } from './ask.js';
import { exchange } from './exchange.js';
import { list } from './list.js';
import { clinicName, personName } from './names.js';
import { Opened } from './opened.js';
import { Sound } from './sound.js';
import { Tellings } from './tellings.js';
import { learnTime } from './ticking.js';

const AGAIN_AFTER = 3000;
const DONE_STAYS = 15000;
const ROOM_FOR_BOTH = window.matchMedia('(min-width: 900px)');

const main = document.getElementById('main');
const place = document.getElementById('list');
const notice = document.getElementById('notice');

const alerts = new Alerts();
const sending = new Set();
const sound = new Sound(document.getElementById('sound'));
const tellings = new Tellings(alerts, () => render());
let here = null; // the id of the selected one
const opened = new Opened({ options: { act, sending, keys }, back: () => back() });

let known = false; // whether the alerts were read
let reading = 0;
let rendering = null;
let noticed = null;

async function reload() {
  const turn = ++reading;
  alerts.begin();
  const items = [];
  for (const state of ['NOTIFYING', 'ACKNOWLEDGED', 'PATIENT_CONTACTED']) {
    for (let cursor = ''; cursor !== null;) {
      const page = await call(`/api/alerts?state=${state}&limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      if (turn !== reading) return;
      if (!page.ok) return fail(page.status);
      learnTime(page);
      items.push(...page.body.items);
      cursor = page.body.next ?? null;
    }
  }
  const first = !known;
  known = true;
  const before = new Set(alerts.unacknowledged.map(({ alertId }) => alertId));
  alerts.replace(items);
  const news = alerts.unacknowledged.filter((alert) => isAboutAPatient(alert) && !before.has(alert.alertId));
  if (news.length) alarm(`${news.length} unacknowledged: ${news[0].headline}, ${clinicName(news[0].clinicId)}`);
  render();
  if (!first) opened.again();
}

function fail(status) {
  known = false;
  unanswered();
  if (status !== 401) setTimeout(reload, AGAIN_AFTER);
  if (place.querySelector('.alerts')) return;
  exchange(place, el(
    'div',
    { class: 'state', 'data-state': 'error' },
    el('h2', {}, 'The alerts cannot be read right now'),
    el('p', {}, status === 0
      ? 'There is no connection to the service. The page goes on by itself once there is.'
      : 'The service cannot reach its data. People are told all the same, and the list comes back by itself.'),
    el('p', {}, el('button', { type: 'button', onclick: reload }, 'Try again')),
  ));
}

/** Takes in what became of an alert. */
function change(alert) {
  const before = alerts.put(alert);
  opened.hear(alert);
  if (isUnacknowledged(alert)) {
    tellings.soon();
    if (!before || !isUnacknowledged(before)) {
      const text = `${alert.headline}, ${clinicName(alert.clinicId)}`;
      if (isAboutAPatient(alert)) {
        alarm(`${before ? 'Again unacknowledged' : 'Emergency'}: ${text}`);
      } else {
        say(`For operations: ${text}`);
        sound.beep();
      }
    }
  } else if (before && isUnacknowledged(before) && !isMine(alert)) {
    say(`${personName(alert.acknowledgedBy)} has acknowledged: ${alert.headline}`);
  }
  // Many may change at once. A sound does not wait for that, nor for the timers of a page that nobody looks at.
  loud();
  rendering ??= setTimeout(render, 50);
}

function loud() {
  sound.tell(alerts.unacknowledged.some(isAboutAPatient));
}

function render() {
  clearTimeout(rendering);
  rendering = null;
  loud();
  if (!known) return;
  if (here && !alerts.get(here)) here = null;
  answer(alerts);
  document.getElementById('file').hidden = !opened.id && !alerts.all.length;
  exchange(place, alerts.all.length ? list(alerts, { here: here ?? opened.id, keys, tellings, sending, act, show }) : calm());
  if (alerts.unacknowledged.some(({ alertId }) => !tellings.get(alertId))) tellings.soon();
  address();
}

function calm() {
  return el(
    'div',
    { class: 'state', 'data-state': 'empty' },
    el('h2', {}, 'No alert is open'),
    el('p', {}, 'A new one appears here by itself, with a sound where that is on.'),
  );
}

/** What is opened can be gone back to, and sent to a colleague. */
function address() {
  const wanted = opened.id ? `/?alert=${encodeURIComponent(opened.id)}` : '/';
  if (location.pathname + location.search !== wanted) history.replaceState(history.state, '', wanted);
}

function show(alert) {
  here = alert.alertId;
  if (!ROOM_FOR_BOTH.matches) view('file');
  const showing = opened.open(alert.alertId);
  render();
  // From the link that opened it, or a button that is gone: so that the next Enter is for this alert.
  const focused = document.activeElement;
  if (ROOM_FOR_BOTH.matches && (focused === document.body || focused.dataset.focus === `show-${here}`)) focusLine();
  return showing;
}

function focusLine() {
  const line = place.querySelector(`[data-focus="line-${CSS.escape(here)}"]`);
  line?.focus({ preventScroll: true });
  line?.scrollIntoView({ block: 'nearest' });
}

function back() {
  opened.close();
  view('list');
  render();
}

/** Where there is room for one only: the list or the alert. */
function view(which) {
  main.dataset.view = which;
  window.scrollTo(0, 0);
  if (which === 'file') document.getElementById('file').focus({ preventScroll: true });
}

async function act(alert, action) {
  const id = alert.alertId;
  if (sending.has(id)) return;
  const body = ACTIONS[action].asks ? await ask(alert, action) : undefined;
  if (body === null || sending.has(id)) return;
  sending.add(id);
  render();
  const result = await send(alert, action, body);
  sending.delete(id);
  tell(result.done ? `${ACTIONS[action].done}.` : result.text, !result.done);
  if (result.done) {
    alerts.put(result.alert);
    opened.hear(result.alert);
    if (action === 'acknowledge' || action === 'take') show(result.alert);
    else render();
  } else {
    opened.again();
    reload();
  }
}

/** Says what came of it: for those who look, and for those who do not. */
function tell(text, refused) {
  notice.textContent = text;
  notice.dataset.kind = refused ? 'refused' : 'done';
  notice.hidden = false;
  clearTimeout(noticed);
  if (!refused) noticed = setTimeout(() => { notice.hidden = true; }, DONE_STAYS);
  if (refused) alarm(text);
  else say(text);
}

function alertOf(id) {
  return (opened.read?.alertId === id && opened.read) || alerts.get(id) || null;
}

/**
 * What the key of an action is for. Acknowledging does no harm, and is for the selected alert or the first; what is said of a
 * patient is said of the one whom the page shows.
 */
function target(action) {
  if (action !== 'acknowledge') return alertOf(opened.id ?? here);
  const chosen = alertOf(here ?? opened.id);
  return chosen && isUnacknowledged(chosen) ? chosen : alerts.unacknowledged[0];
}

function keys(action) {
  return target(action)?.alertId;
}

function press(action, event) {
  const alert = target(action);
  if (event.repeat || !known || !alert) return;
  const possible = alert.availableActions ? offered(alert, alert.availableActions) : usual(alert);
  if (possible.includes(action)) act(alert, action);
}

function step(steps) {
  const { all } = alerts;
  const at = all.findIndex(({ alertId }) => alertId === (here ?? opened.id));
  const next = all[at < 0 ? 0 : Math.min(Math.max(at + steps, 0), all.length - 1)];
  if (!next) return;
  here = next.alertId;
  render();
  opened.show();
  focusLine();
}

for (const [action, { key, title }] of Object.entries(ACTIONS)) {
  shortcut(key, title, (event) => press(action, event));
}
shortcut('j', 'Next alert', () => step(1));
shortcut('k', 'Alert before', () => step(-1));
shortcut('o', 'Open the selected alert: the patient, the phone, and why', () => {
  const chosen = alertOf(here) ?? alerts.all[0];
  if (chosen) show(chosen);
});
shortcut('m', 'Sound on or off', () => sound.toggle());
shortcut('Escape', 'Back to all alerts', () => back());

document.addEventListener('connection', ({ detail }) => connected(detail));

const asked = new URLSearchParams(location.search).get('alert');
if (asked) show({ alertId: asked });
follow('/api/alerts/stream', { other: change, reload });
