// The list of open alerts: what nobody has acknowledged on top, then mine, then others'.

import { el, identifier } from '/shell/elements.js';
import { ACTIONS, usual } from './actions.js';
import { isUnacknowledged } from './alerts.js';
import { clinicName } from './names.js';
import { lasting } from './ticking.js';
import { channelWords, holderWords, kindBadge, loweredTo, nextWords, outcomeWords, urgencyOf } from './words.js';

const MOST = 100; // that are shown of a group: the first are done first

/**
 * The list as elements.
 *
 * @param options `here`: the selected id; `keys`: the id of the alert that the key of an action is for; `tellings`: who was told,
 *   by id; `sending`: the ids of those that are being changed; `act` and `show` are called with an alert
 */
export function list(alerts, options) {
  return [
    group('Nobody has acknowledged', alerts.unacknowledged, options),
    group('Yours', alerts.mine, options),
    group('In other hands', alerts.others, options),
  ];
}

function group(title, alerts, options) {
  if (!alerts.length) return null;
  const id = `group-${title.replaceAll(' ', '-').toLowerCase()}`;
  return el(
    'section',
    { 'aria-labelledby': id },
    el('h2', { id }, `${title} `, el('span', { class: 'muted' }, alerts.length)),
    el('ol', { class: 'alerts' }, alerts.slice(0, MOST).map((alert) => line(alert, options))),
    alerts.length > MOST ? el('p', { class: 'muted' }, `and ${alerts.length - MOST} more, which come up here in turn`) : null,
  );
}

function line(alert, options) {
  const id = alert.alertId;
  return el(
    'li',
    {
      class: `card edge${isUnacknowledged(alert) ? ' burning' : ''}`,
      'data-urgency': urgencyOf(alert),
      'data-alert': id,
      'data-assessment': alert.assessmentId,
      'data-state': alert.state,
      'aria-current': options.here === id,
      tabindex: '-1',
      'data-focus': `line-${id}`,
    },
    el(
      'div',
      { class: 'head' },
      kindBadge(alert),
      el('h3', {}, el('a', {
        href: `/?alert=${id}`,
        'data-focus': `show-${id}`,
        onclick: (event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          options.show(alert);
        },
      }, alert.headline)),
      el('span', { class: 'age' }, lasting(alert.raisedAt), el('span', { class: 'hidden' }, ' since it was raised')),
    ),
    el('p', { class: 'about' }, clinicName(alert.clinicId), ' · alert ', identifier(id), alert.rules.length ? ` · ${alert.rules.join(', ')}` : null, ' ', loweredTo(alert)),
    el('p', { class: 'about' }, standing(alert, options.tellings.get(id))),
    isUnacknowledged(alert) ? el('p', { class: 'about' }, toldWords(options.tellings.get(id))) : null,
    el('div', { class: 'row' }, usual(alert).map((action) => button(alert, action, options))),
  );
}

function standing(alert, telling) {
  const next = nextWords(alert);
  const where = isUnacknowledged(alert)
    ? `step ${alert.step}${telling ? ` of ${telling.steps}` : ''}${alert.round > 1 ? `, round ${alert.round}` : ''}`
    : holderWords(alert);
  return [where, next ? [' · ', next] : null];
}

/** Who was told, and how that went; by person, as there are several ways to each. */
function toldWords(telling) {
  if (!telling) return null;
  if (!telling.told.length) return el('strong', {}, 'nobody was told yet');
  const people = new Map();
  for (const tried of telling.told) people.set(tried.name, [...(people.get(tried.name) ?? []), tried]);
  return ['told: ', [...people].map(([name, ways], at) => [at ? ' · ' : '', name, ' (', ways.map((tried, way) => [way ? ', ' : '', wayWords(tried)]), ')'])];
}

function wayWords({ channel, outcome, times }) {
  const text = `${channelWords(channel)} ${outcomeWords(outcome)}${times > 1 && outcome !== 'ACCEPTED' ? ` ${times} times` : ''}`;
  return outcome === 'ACCEPTED' ? text : el('strong', {}, text);
}

/** A button of an action, with its key where that is for this alert. */
export function button(alert, action, { act, sending, keys }) {
  const { label, sign } = ACTIONS[action];
  return el(
    'button',
    {
      type: 'button',
      class: ['acknowledge', 'patient-contacted', 'close'].includes(action) ? 'primary' : null,
      'data-focus': `${action}-${alert.alertId}`,
      'data-action': action,
      'aria-disabled': sending.has(alert.alertId) ? 'true' : null,
      onclick: () => act(alert, action),
    },
    label,
    keys(action) === alert.alertId ? el('kbd', { 'aria-hidden': 'true' }, sign) : null,
    el('span', { class: 'hidden' }, ` ${alert.headline}`),
  );
}
