const state = document.getElementById('connection');
const stateText = document.getElementById('connection-text');
const banner = document.getElementById('stale');
const list = document.getElementById('deliveries');

let fresh = Date.now();
let wanted = false;
let fetching = false;

function relative(date) {
  const seconds = Math.round((Date.now() - date.getTime()) / 1000);
  if (seconds < 5) return 'just now';
  if (seconds < 90) return `${seconds} s ago`;
  if (seconds < 90 * 60) return `${Math.round(seconds / 60)} min ago`;
  if (seconds < 36 * 3600) return `${Math.round(seconds / 3600)} h ago`;
  return `${Math.round(seconds / 86400)} d ago`;
}

function tellTimes() {
  for (const time of document.querySelectorAll('time')) {
    const date = new Date(time.dateTime);
    time.textContent = relative(date);
    time.title = date.toLocaleString();
  }
}

function connection(name, text) {
  state.dataset.state = name;
  if (stateText.textContent !== text) stateText.textContent = text;
}

async function refresh() {
  if (fetching) {
    wanted = true;
    return;
  }
  fetching = true;
  wanted = false;
  try {
    const answer = await fetch('/deliveries', { headers: { Accept: 'text/html' } });
    if (answer.ok) exchange(await answer.text());
  } catch {
    // The stream notices a lost connection, and asks again once it is back.
  } finally {
    fetching = false;
    if (wanted) setTimeout(refresh, 500);
  }
}

function exchange(html) {
  const known = new Set();
  const open = new Set();
  for (const item of list.querySelectorAll('.delivery')) {
    known.add(item.dataset.number);
    if (item.querySelector('details').open) open.add(item.dataset.number);
  }
  const focused = document.activeElement?.closest?.('.delivery')?.dataset.number;
  const next = new DOMParser().parseFromString(html, 'text/html').getElementById('deliveries-list');
  if (!next) return;
  for (const item of next.querySelectorAll('.delivery')) {
    if (open.has(item.dataset.number)) item.querySelector('details').open = true;
    if (!known.has(item.dataset.number)) item.classList.add('new');
  }
  list.replaceChildren(next);
  if (focused) list.querySelector(`[data-number="${focused}"] summary`)?.focus();
  tellTimes();
}

function follow() {
  const stream = new EventSource('/api/deliveries/stream');
  let heard = Date.now();
  const hear = () => {
    fresh = heard = Date.now();
  };
  stream.onopen = () => {
    hear();
    connection('live', 'live');
    banner.hidden = true;
    refresh();
  };
  stream.addEventListener('beat', hear);
  stream.addEventListener('delivery', () => {
    hear();
    refresh();
  });
  stream.onerror = () => lose(stream);
  // A connection that is open but silent is lost too: the other side beats every five seconds.
  const watch = setInterval(() => {
    if (Date.now() - heard > 15000) {
      stream.close();
      lose(stream);
    }
    if (stream.readyState === EventSource.CLOSED) clearInterval(watch);
  }, 1000);
}

function lose(stream) {
  connection('lost', 'not connected');
  if (stream.readyState === EventSource.CLOSED) {
    setTimeout(follow, 3000);
  }
}

setInterval(() => {
  tellTimes();
  if (state.dataset.state !== 'live' && Date.now() - fresh > 3000) {
    banner.hidden = false;
    const text = `No connection to the local platform. This list is as of ${relative(new Date(fresh))}; it goes on by itself once ./dorsal up runs again.`;
    if (banner.textContent !== text) banner.textContent = text;
  }
}, 5000);

document.addEventListener('click', async (event) => {
  const id = event.target.closest?.('.id');
  if (!id) return;
  await navigator.clipboard.writeText(id.dataset.copy);
  const shown = id.textContent;
  id.textContent = 'copied';
  setTimeout(() => { id.textContent = shown; }, 1200);
});

tellTimes();
follow();
