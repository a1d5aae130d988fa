package io.dorsal.kit.assessment;

import io.dorsal.events.Answers;
import io.dorsal.kit.messaging.ImpossibleRecordException;
import io.dorsal.rules.vocabulary.Vocabulary;
import io.dorsal.schemas.codec.AvroSettings;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Answers as the event carries them, and as the rules read them. The vocabulary names the fields, so a question is
 * mapped by standing in both; one that stands in one alone fails the start.
 */
public final class AnswersAvro {

    /** The reason code of a record whose answers contradict the vocabulary. */
    public static final String IMPOSSIBLE_ANSWERS = "IMPOSSIBLE_ANSWERS";

    static {
        AvroSettings.apply();
    }

    private final Vocabulary vocabulary;
    private final List<MappedQuestion> questions;
    private final List<Schema.Field> groups;

    public AnswersAvro(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.groups = Answers.getClassSchema().getFields();
        this.questions = vocabulary.questions().stream().map(MappedQuestion::of).toList();
        long fields = groups.stream()
                .mapToLong(group -> group.schema().getFields().size())
                .sum();
        if (fields != questions.size()) {
            throw new IllegalStateException("the event has other questions than the vocabulary");
        }
    }

    /**
     * The answers of an event. A symbol that this version does not know is read as not answered.
     *
     * @throws ImpossibleRecordException where an answer lies out of its range, or one that must be there is missing
     */
    public io.dorsal.rules.assessment.Answers toDomain(Answers event) {
        io.dorsal.rules.assessment.Answers.Builder answers = io.dorsal.rules.assessment.Answers.builder(vocabulary);
        try {
            for (MappedQuestion question : questions) {
                question.read(event, answers);
            }
            return answers.build();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new ImpossibleRecordException(IMPOSSIBLE_ANSWERS, "answers that the vocabulary does not allow");
        }
    }

    /** The answers for an event. */
    public Answers toEvent(io.dorsal.rules.assessment.Answers answers) {
        Answers event = new Answers();
        for (Schema.Field group : groups) {
            event.put(group.pos(), SpecificData.get().newRecord(null, group.schema()));
        }
        for (MappedQuestion question : questions) {
            question.write(answers, (SpecificRecord) event.get(question.group()));
        }
        return event;
    }
}
