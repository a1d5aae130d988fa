// Names as the page came with them: of clinics, and of those whom policies tell.

const given = document.getElementById('names').content;
const account = document.getElementById('main').dataset.account;

const CLINICS = new Map(Array.from(given.querySelectorAll('.clinic'), (data) => [data.value, data.textContent]));
const CONTACTS = new Map(Array.from(given.querySelectorAll('.contact'), (data) => [data.value, data.textContent]));

/** Those who sign in by themselves, by their subject. */
const PEOPLE = new Map(Array.from(given.querySelectorAll('.contact[data-subject]'), (data) => [data.dataset.subject, data.textContent]));

/** Who is signed in. */
export const ME = account;

/** Whom an alert can be handed over to: pairs of subject and name. */
export const people = () => [...PEOPLE];

/** True for somebody whom a policy names: only they can be given an alert. */
export const isKnown = (subject) => PEOPLE.has(subject);

export function clinicName(id) {
  return id ? CLINICS.get(id) ?? id : 'clinic not known';
}

export function contactName(id) {
  return CONTACTS.get(id) ?? id;
}

/** A person as the sentence has it: "you" where it is whoever looks. */
export function personName(subject) {
  if (subject === ME) return 'you';
  return PEOPLE.has(subject) ? `${PEOPLE.get(subject)} (${subject})` : subject;
}
