package io.dorsal.clinicalevents;

import io.dorsal.rules.assessment.Answers;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** How one type of answer is held: as a number by the domain, as an Avro value by the event. */
sealed interface FieldMapping {

    /** The number of an Avro value, or {@link Answers#UNANSWERED} for a symbol that is not known here. */
    int toRaw(Object avro);

    /** The Avro value of a number. */
    Object toAvro(int raw);

    /** True or false. */
    record YesNo() implements FieldMapping {

        @Override
        public int toRaw(Object avro) {
            return (Boolean) avro ? 1 : 0;
        }

        @Override
        public Object toAvro(int raw) {
            return raw == 1;
        }
    }

    /** A whole number. */
    record WholeNumber() implements FieldMapping {

        @Override
        public int toRaw(Object avro) {
            return (Integer) avro;
        }

        @Override
        public Object toAvro(int raw) {
            return raw;
        }
    }

    /** One symbol. The event's enum lists the symbols in the vocabulary's order, and UNRECOGNISED behind them. */
    record OneOf(List<Object> constants) implements FieldMapping {

        static OneOf of(List<String> symbols, Schema schema) {
            return new OneOf(constantsOf(symbols, schema));
        }

        @Override
        public int toRaw(Object avro) {
            return constants.indexOf(avro);
        }

        @Override
        public Object toAvro(int raw) {
            return constants.get(raw);
        }
    }

    /** A set of symbols, a bit each. */
    record SetOf(List<Object> constants) implements FieldMapping {

        static SetOf of(List<String> symbols, Schema schema) {
            return new SetOf(constantsOf(symbols, schema));
        }

        /** A set of which no symbol is known here says something that we cannot read: it is no empty set. */
        @Override
        public int toRaw(Object avro) {
            List<?> chosen = (List<?>) avro;
            int bits = 0;
            for (Object symbol : chosen) {
                int position = constants.indexOf(symbol);
                bits |= position < 0 ? 0 : 1 << position;
            }
            return bits == 0 && !chosen.isEmpty() ? Answers.UNANSWERED : bits;
        }

        @Override
        public Object toAvro(int raw) {
            List<Object> chosen = new ArrayList<>();
            for (int position = 0; position < constants.size(); position++) {
                if ((raw >> position & 1) == 1) {
                    chosen.add(constants.get(position));
                }
            }
            return chosen;
        }
    }

    private static List<Object> constantsOf(List<String> symbols, Schema schema) {
        if (!schema.getEnumSymbols()
                .subList(0, schema.getEnumSymbols().size() - 1)
                .equals(symbols)) {
            throw new IllegalStateException(schema.getName() + " has other symbols than the vocabulary");
        }
        return symbols.stream()
                .map(symbol -> SpecificData.get().createEnum(symbol, schema))
                .toList();
    }
}
