package io.dorsal.clinicalevents;

import io.dorsal.events.Answers;
import io.dorsal.rules.vocabulary.Vocabulary;
import io.dorsal.schemas.codec.AvroSettings;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Answers as the event carries them, and as the rules read them. The vocabulary names the fields, so a question is
 * mapped by standing in both; one that stands in one alone fails the start. Safe for use by several threads.
 */
public final class EventAnswers {

    static {
        AvroSettings.apply();
    }

    private final Vocabulary vocabulary;
    private final List<MappedQuestion> questions;
    private final List<Schema.Field> groups;

    public EventAnswers(Vocabulary vocabulary) {
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
     * The answers of an event; empty where one lies out of its range, or one that must be there is missing. A symbol that
     * this version does not know is read as not answered.
     */
    public Optional<io.dorsal.rules.assessment.Answers> toDomain(Answers event) {
        io.dorsal.rules.assessment.Answers.Builder answers = io.dorsal.rules.assessment.Answers.builder(vocabulary);
        try {
            for (MappedQuestion question : questions) {
                question.read(event, answers);
            }
            return Optional.of(answers.build());
        } catch (IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
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
