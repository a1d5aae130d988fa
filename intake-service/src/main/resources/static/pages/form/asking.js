// Which questions are asked.

/** Whether an answer is as it must be; as Requirement of the server says it. */
function meets(requirement, value) {
  const values = value === undefined ? [] : [value].flat().map(String);
  if (requirement.among) {
    return values.some((one) => requirement.among.includes(one));
  }
  if (requirement.notAmong) {
    return !values.some((one) => requirement.notAmong.includes(one));
  }
  return typeof value === 'number' && value >= requirement.atLeast;
}

function valueOf(questions, path) {
  const question = questions.get(path);
  return question?.isShown ? question.value : undefined;
}

function anyMet(requirements, questions) {
  return requirements.some((requirement) => meets(requirement, valueOf(questions, requirement.path)));
}

/**
 * Shows the questions that apply, and hides the others: those keep what was chosen, and say nothing.
 *
 * @param kept paths that are shown in any case, since the assessment that is amended has an answer there
 */
export function showWhatApplies(questions, kept) {
  for (const question of questions.values()) {
    const shown = !question.requirements.length || kept.has(question.path) || anyMet(question.requirements, questions);
    question.field.hidden = !shown;
    question.field.disabled = !shown;
  }
}

/** Unfolds what concerns the patient. It never folds anything: that is for the reader to do. */
export function unfold(form, questions) {
  for (const folded of form.querySelectorAll('details[data-where]:not([open])')) {
    const requirements = JSON.parse(folded.dataset.where);
    const answered = [...folded.querySelectorAll('[data-path]')].some((field) => questions.get(field.dataset.path).isAnswered);
    if (answered || (!folded.dataset.unfolded && anyMet(requirements, questions))) {
      folded.dataset.unfolded = 'true';
      folded.open = true;
    }
  }
}
