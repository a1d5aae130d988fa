// Tells people who do not look: politely of changes, assertively of a new emergency.

function into(id, text) {
  const region = document.getElementById(id);
  if (!region) return;
  region.textContent = '';
  // A screen reader tells of a text that changes, so an equal one has to go first.
  setTimeout(() => { region.textContent = text; }, 50);
}

export function say(text) {
  into('polite', text);
}

export function alarm(text) {
  into('assertive', text);
}
