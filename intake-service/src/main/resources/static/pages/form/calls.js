// Calls intake, and knows what time it is there.

import { call as callShell } from '/shell/api.js';

const PATIENCE_MS = 10_000;

/** How far this computer's clock is behind the server's, as the last answer told. */
let behind = 0;

/** The time as the server has it, in milliseconds. */
export const serverNow = () => Date.now() + behind;

/** Calls as the shell does, and does not wait for ever: status 0 is no answer. Aborted by the signal, the status is -1. */
export async function call(path, { signal, ...request } = {}) {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  try {
    const answer = await callShell(path, { ...request, signal: signal ? AbortSignal.any([signal, patience]) : patience });
    noteTime(answer.headers.get('Date'));
    return { ...answer, body: answer.body ?? {} };
  } catch {
    return { status: signal?.aborted ? -1 : 0, body: {}, headers: new Headers() };
  }
}

/** The header has whole seconds only: less than two are none. */
function noteTime(date) {
  const told = Date.parse(date ?? '') - Date.now();
  behind = Math.abs(told) > 2000 ? told : 0;
}
