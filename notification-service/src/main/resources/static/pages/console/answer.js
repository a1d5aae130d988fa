// The answer of the page, in words: what is burning, and for how long.

import { alarm } from '/shell/announce.js';
import { isAboutAPatient } from './alerts.js';
import { exactly, lasting } from './ticking.js';
import { showInTitle } from './title.js';
import { nextWords } from './words.js';

const place = document.getElementById('standing');
const title = document.getElementById('answer');
const counts = document.getElementById('counts');
const advice = document.getElementById('advice');

let connection = { live: true, age: 0 };
let standing = { kind: 'loading', words: ['Reading the alerts'], counts: '', count: 0 };

const number = (count, one, many) => `${count} ${count === 1 ? one : many}`;

/** Says what the alerts come to. */
export function answer(alerts) {
  const { unacknowledged, mine, others } = alerts;
  const patients = unacknowledged.filter(isAboutAPatient);
  standing = { ...inWords(patients, unacknowledged, mine, others), counts: countWords(unacknowledged, mine, others), count: patients.length };
  show();
}

/** Says that they cannot be read. */
export function unanswered() {
  standing = { kind: 'unknown', words: ['The alerts cannot be read right now'], counts: 'People are told all the same. The page goes on by itself.', count: 0 };
  show();
}

/** Takes in how live the page is. */
export function connected(now) {
  const before = connection;
  const wasLost = isLost();
  connection = now;
  if (isLost() && !wasLost) alarm('Not connected');
  if (before.live !== now.live || isLost() || before.age >= 3) show();
}

const isLost = () => !connection.live && connection.age >= 3;

function inWords(patients, unacknowledged, mine, others) {
  if (patients.length) {
    const sure = patients.some((alert) => alert.kind === 'EMERGENCY');
    const what = sure ? number(patients.length, 'emergency', 'emergencies') : number(patients.length, 'possible emergency', 'possible emergencies');
    return { kind: 'burning', words: [`${what} nobody has acknowledged — `, lasting(patients[0].raisedAt)] };
  }
  if (unacknowledged.length) {
    return { kind: 'asking', words: [`${number(unacknowledged.length, 'alert', 'alerts')} for operations nobody has acknowledged — `, lasting(unacknowledged[0].raisedAt)] };
  }
  if (mine.length) {
    const [first] = mine;
    const next = nextWords(first);
    return { kind: 'held', words: [`You have ${number(mine.length, 'alert', 'alerts')}`, next ? [' — ', next] : []] };
  }
  return others.length
    ? { kind: 'held', words: [`Nothing waits for you: others have ${number(others.length, 'alert', 'alerts')}`] }
    : { kind: 'calm', words: ['Nothing is burning.'] };
}

function countWords(unacknowledged, mine, others) {
  return [
    unacknowledged.length ? `${unacknowledged.length} unacknowledged` : null,
    mine.length ? `${mine.length} yours` : null,
    others.length ? `${others.length} in other hands` : null,
  ].filter(Boolean).join(' · ');
}

/** What was so when the connection was lost is no answer any more, and says so. */
function lost() {
  return standing.kind === 'loading'
    ? ['Not connected: the alerts could not be read yet']
    : [`Not connected. What was so ${exactly(connection.age)} ago: `, standing.words];
}

function show() {
  place.dataset.standing = isLost() ? 'lost' : standing.kind;
  const said = isLost() ? lost() : standing.words;
  title.replaceChildren(...said.flat(3));
  counts.textContent = standing.counts;
  counts.hidden = !standing.counts;
  advice.hidden = !isLost() && standing.kind !== 'unknown';
  showInTitle(isLost() ? 'Not connected' : standing.count ? `(${standing.count}) UNACKNOWLEDGED` : null);
}
