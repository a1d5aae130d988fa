// Calls the service's API by the session of this page.

const meta = document.querySelector('meta[name="csrf"]');
let csrf = meta ? { header: meta.dataset.header, token: meta.content } : null;

/**
 * Calls the API. The answer has `status` (0: unreachable), `ok`, `body` (JSON where it is) and `headers`. A session that has
 * ended is told by the event `session-ended` of the document, and a banner.
 */
export async function call(path, { method = 'GET', body, headers = {}, signal } = {}) {
  const answer = await once(path, { method, body, headers, signal });
  if (answer.status === 403 && method !== 'GET' && (await renewed())) {
    return once(path, { method, body, headers, signal });
  }
  return answer;
}

async function once(path, { method, body, headers, signal }) {
  const sent = { Accept: 'application/json', ...headers };
  if (body !== undefined && !('Content-Type' in sent)) sent['Content-Type'] = 'application/json';
  if (method !== 'GET' && csrf) sent[csrf.header] = csrf.token;
  let response;
  try {
    response = await fetch(path, {
      method,
      headers: sent,
      body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
      redirect: 'error',
      signal,
    });
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    return { status: 0, ok: false, body: null, headers: new Headers() };
  }
  if (response.status === 401) ended();
  else resumed();
  return { status: response.status, ok: response.ok, body: await json(response), headers: response.headers };
}

async function json(response) {
  if (!/json/.test(response.headers.get('Content-Type') ?? '')) return null;
  try {
    return await response.json();
  } catch {
    return null;
  }
}

/** True where this page's token was an earlier session's, as after signing in again elsewhere. */
async function renewed() {
  const answer = await once('/api/session', { method: 'GET', headers: {} });
  if (!answer.ok || !answer.body?.csrfToken) return false;
  csrf = { header: answer.body.csrfHeader, token: answer.body.csrfToken };
  return true;
}

function banner(hidden) {
  const shown = document.getElementById('session-ended');
  if (shown) shown.hidden = hidden;
}

/** Tells that this session has ended. */
export function ended() {
  banner(false);
  document.dispatchEvent(new CustomEvent('session-ended'));
}

function resumed() {
  banner(true);
}

/** What pages keep of an account in this browser is kept under names that begin so. */
const KEPT = 'dorsal.draft.';

/**
 * Signs out here and, where it can be reached, with the identity provider; a page may prevent it by the document's event
 * `signing-out`. What pages keep of the account goes with it.
 */
export async function signOut() {
  if (!document.dispatchEvent(new CustomEvent('signing-out', { cancelable: true }))) return;
  const answer = await call('/api/session', { method: 'DELETE' });
  if (answer.status === 0) return;
  document.dispatchEvent(new CustomEvent('signed-out'));
  Object.keys(localStorage).filter((key) => key.startsWith(KEPT)).forEach((key) => localStorage.removeItem(key));
  location.assign(answer.body?.next ?? '/signed-out');
}
