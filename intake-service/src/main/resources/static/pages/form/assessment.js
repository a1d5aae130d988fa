// The answers of the form as an assessment, and back.

/** The answers of the form as an assessment: what is hidden or unanswered is not in it. */
export function assessmentOf(form, questions, { withReference }) {
  const assessment = {};
  const put = (path, value) => {
    const [group, name] = path.split('.');
    (assessment[group] ??= {})[name] = value;
  };
  // An evaluation is about nobody.
  put('patient.reference', withReference ? form.elements['patient.reference'].value.trim() : '-');
  for (const question of questions.values()) {
    if (question.isShown && question.isAnswered && !question.problem) {
      put(question.path, question.value);
    }
  }
  const assessedAt = assessedAtOf(form);
  if (assessedAt && withReference) {
    assessment.assessedAt = assessedAt;
  }
  return assessment;
}

/** Fills the form with an assessment. */
export function fill(form, questions, assessment) {
  form.elements['patient.reference'].value = assessment.patient?.reference ?? '';
  form.elements.assessedAt.value = localTime(assessment.assessedAt);
  for (const question of questions.values()) {
    const [group, name] = question.path.split('.');
    question.value = assessment[group]?.[name] ?? undefined;
  }
}

/** The paths of the questions that an assessment answers. */
export function answeredIn(assessment) {
  return new Set(Object.entries(assessment)
    .filter(([, members]) => members && typeof members === 'object')
    .flatMap(([group, members]) => Object.keys(members).map((name) => `${group}.${name}`)));
}

/** What keeps the form from being submitted, as {path, message}. */
export function problemsOf(form, questions) {
  const reference = [...form.elements['patient.reference'].value.trim()].length;
  const problems = [...questions.values()]
    .filter((question) => question.isShown && question.problem)
    .map((question) => ({ path: question.path, message: `${question.name} ${question.problem}.` }));
  if (reference < 1 || reference > 64) {
    problems.unshift({ path: 'patient.reference', message: 'Patient reference must have 1 to 64 characters.' });
  }
  if (form.elements.assessedAt.validity.badInput || (assessedAtOf(form) ?? '') > new Date().toISOString()) {
    problems.push({ path: 'assessedAt', message: 'Assessed at must be a time that is not in the future.' });
  }
  return problems;
}

function assessedAtOf(form) {
  const local = form.elements.assessedAt.value;
  return local ? new Date(local).toISOString() : undefined;
}

function localTime(instant) {
  if (!instant) {
    return '';
  }
  const time = new Date(instant);
  return new Date(time - time.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
}
