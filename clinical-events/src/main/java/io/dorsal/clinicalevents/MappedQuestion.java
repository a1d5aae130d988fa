package io.dorsal.clinicalevents;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.Question;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** A question with its place in the event. */
record MappedQuestion(Question question, int group, int field, FieldMapping mapping) {

    static MappedQuestion of(Question question) {
        Schema.Field group = fieldOf(io.dorsal.events.Answers.getClassSchema(), question.group(), question);
        Schema.Field field = fieldOf(group.schema(), question.name(), question);
        return new MappedQuestion(question, group.pos(), field.pos(), mapping(question, unwrapped(field.schema())));
    }

    void read(io.dorsal.events.Answers event, Answers.Builder answers) {
        Object value = ((SpecificRecord) event.get(group)).get(field);
        if (value != null) {
            int raw = mapping.toRaw(value);
            if (raw != Answers.UNANSWERED) {
                answers.setRaw(question, raw);
            }
        }
    }

    void write(Answers answers, SpecificRecord target) {
        int raw = answers.raw(question.index());
        if (raw != Answers.UNANSWERED) {
            target.put(field, mapping.toAvro(raw));
        }
    }

    private static FieldMapping mapping(Question question, Schema schema) {
        return switch (question.type()) {
            case AnswerType.YesNo _ -> new FieldMapping.YesNo();
            case AnswerType.WholeNumber _ -> new FieldMapping.WholeNumber();
            case AnswerType.OneOf(var symbols) -> FieldMapping.OneOf.of(symbols, schema);
            case AnswerType.SetOf set -> FieldMapping.SetOf.of(set.symbols(), schema.getElementType());
        };
    }

    private static Schema.Field fieldOf(Schema record, String name, Question question) {
        Schema.Field field = record.getField(name);
        if (field == null) {
            throw new IllegalStateException("the event has no field for " + question.path());
        }
        return field;
    }

    private static Schema unwrapped(Schema schema) {
        return schema.isUnion() ? schema.getTypes().getLast() : schema;
    }
}
