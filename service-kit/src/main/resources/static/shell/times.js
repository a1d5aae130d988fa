// Keeps relative times true: every time element of the page, once a second while the first are young.

const UNITS = [['d', 86400], ['h', 3600], ['min', 60], ['s', 1]];

/** A moment relative to now: "3 min ago", "in 5 h". */
export function relative(date, now = Date.now()) {
  const seconds = Math.round((now - date.getTime()) / 1000);
  if (Math.abs(seconds) < 5) return 'just now';
  const text = duration(Math.abs(seconds));
  return seconds > 0 ? `${text} ago` : `in ${text}`;
}

/** A duration in its largest unit; of minutes and hours only once there are two. */
export function duration(seconds) {
  const [unit, length] = UNITS.find(([name, size]) => seconds >= (name === 's' ? size : 2 * size)) ?? UNITS[3];
  return `${Math.floor(seconds / length)} ${unit}`;
}

function tellAll() {
  for (const time of document.querySelectorAll('time[datetime]')) {
    const date = new Date(time.dateTime);
    if (Number.isNaN(date.getTime())) continue;
    const text = relative(date);
    if (time.textContent !== text) time.textContent = text;
    if (!time.title) time.title = date.toLocaleString();
  }
}

/** Begins to keep them. */
export function keepTimes() {
  tellAll();
  setInterval(tellAll, 1000);
}
