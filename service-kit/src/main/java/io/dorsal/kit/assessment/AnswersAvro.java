package io.dorsal.kit.assessment;

import io.dorsal.clinicalevents.EventAnswers;
import io.dorsal.events.Answers;
import io.dorsal.kit.messaging.ImpossibleRecordException;
import io.dorsal.rules.vocabulary.Vocabulary;

/** Answers as the event carries them, and as the rules read them; those that contradict the vocabulary are poison. */
public final class AnswersAvro {

    /** The reason code of a record whose answers contradict the vocabulary. */
    public static final String IMPOSSIBLE_ANSWERS = "IMPOSSIBLE_ANSWERS";

    private final EventAnswers answers;

    public AnswersAvro(Vocabulary vocabulary) {
        this.answers = new EventAnswers(vocabulary);
    }

    /**
     * The answers of an event. A symbol that this version does not know is read as not answered.
     *
     * @throws ImpossibleRecordException where an answer lies out of its range, or one that must be there is missing
     */
    public io.dorsal.rules.assessment.Answers toDomain(Answers event) {
        return answers.toDomain(event)
                .orElseThrow(() -> new ImpossibleRecordException(
                        IMPOSSIBLE_ANSWERS, "answers that the vocabulary does not allow"));
    }

    /** The answers for an event. */
    public Answers toEvent(io.dorsal.rules.assessment.Answers domain) {
        return answers.toEvent(domain);
    }
}
