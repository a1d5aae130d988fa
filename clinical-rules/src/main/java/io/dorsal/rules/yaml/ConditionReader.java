package io.dorsal.rules.yaml;

import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.DerivedNumber;
import io.dorsal.rules.ruleset.Term;
import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads conditions: each is a mapping of one member, either a word of the language or the path of a question. */
final class ConditionReader {
    private static final int MOST_ASSESSMENTS = 60;

    private final Vocabulary vocabulary;
    private final Names names;

    ConditionReader(Vocabulary vocabulary, Names names) {
        this.vocabulary = vocabulary;
        this.names = names;
    }

    Condition read(JsonNode node, Entry entry) {
        if (!node.isObject() || node.size() != 1) {
            entry.defect("a condition is a mapping of one member: " + node);
            return new Condition.Always();
        }
        Map.Entry<String, JsonNode> member = node.properties().iterator().next();
        JsonNode value = member.getValue();
        return switch (member.getKey()) {
            case "always" -> expect(value.isBoolean() && value.booleanValue(), new Condition.Always(), node, entry);
            case "all" -> new Condition.AllOf(parts(value, entry));
            case "any" -> new Condition.AnyOf(parts(value, entry));
            case "count" -> count(value, entry);
            case "not" -> new Condition.Not(read(value, entry));
            case "term" -> term(value, entry);
            case "fires" -> new Condition.Fires(string(value, entry));
            case "doesNotFire" -> noneFires(value, entry);
            case "unanswered" -> new Condition.Unanswered(question(string(value, entry), entry));
            case "noAnswer" -> noAnswer(value, entry);
            case "screen" ->
                expect("incomplete".equals(value.asString("")), new Condition.ScreenIncomplete(), node, entry);
            case "earlierAssessments" -> earlierAssessments(value, entry);
            default -> comparison(member.getKey(), value, entry);
        };
    }

    private Condition comparison(String name, JsonNode value, Entry entry) {
        DerivedNumber derived = names.number(name);
        if (derived != null) {
            note(name, entry);
            return derived(derived, value, entry);
        }
        if (!names.isWhole() && name.indexOf('.') < 0) {
            entry.unreadCondition();
            return new Condition.Always();
        }
        Question question = question(name, entry);
        return switch (question.type()) {
            case AnswerType.YesNo _, AnswerType.OneOf _ -> choice(question, value, entry);
            case AnswerType.SetOf _ -> set(question, value, entry);
            case AnswerType.WholeNumber(int min, int max) -> {
                Bounds bounds = Bounds.read(name, value, min, max, entry);
                yield new Condition.Between(question, bounds.min(), bounds.max());
            }
        };
    }

    /** Bounds are checked against what the number can be, and kept open where they cut nothing off. */
    private static Condition derived(DerivedNumber number, JsonNode value, Entry entry) {
        int lowest = lowest(number.from()) - highest(number.minus()) / number.per();
        int highest = highest(number.from()) - lowest(number.minus()) / number.per();
        Bounds bounds = Bounds.read(number.name(), value, lowest, highest, entry);
        return new Condition.Derived(
                number,
                bounds.min() == lowest ? Integer.MIN_VALUE : bounds.min(),
                bounds.max() == highest ? Integer.MAX_VALUE : bounds.max());
    }

    private static int lowest(Question question) {
        return question.type() instanceof AnswerType.WholeNumber number ? number.min() : 0;
    }

    private static int highest(Question question) {
        return question.type() instanceof AnswerType.WholeNumber number ? number.max() : 0;
    }

    /** What rests on a name that could not be read was not read either. */
    private void note(String name, Entry entry) {
        if (!names.isRead(name)) {
            entry.unreadCondition();
        }
    }

    private static Condition choice(Question question, JsonNode value, Entry entry) {
        if (!value.isObject()) {
            return new Condition.Is(question, named(question, value, entry));
        }
        if (value.size() != 1 || !value.has("isNot")) {
            entry.defect("ill-typed comparison: " + question.path() + " is compared with answers, or {isNot: …}");
            return new Condition.Always();
        }
        return new Condition.Not(new Condition.Is(question, named(question, value.required("isNot"), entry)));
    }

    private static Condition set(Question question, JsonNode value, Entry entry) {
        if (!value.isObject() || value.size() != 1) {
            return noSetTest(question, entry);
        }
        Map.Entry<String, JsonNode> test = value.properties().iterator().next();
        int symbols = named(question, test.getValue(), entry);
        return switch (test.getKey()) {
            case "has", "hasAny" -> new Condition.HasAny(question, symbols);
            case "hasAll" -> new Condition.HasAll(question, symbols);
            case "lacks" -> new Condition.Not(new Condition.HasAny(question, symbols));
            default -> noSetTest(question, entry);
        };
    }

    private static Condition noSetTest(Question question, Entry entry) {
        entry.defect("ill-typed comparison: " + question.path() + " is a set: {has}, {hasAny}, {hasAll} or {lacks}");
        return new Condition.Always();
    }

    /** What a comparison names; one with nothing is always met or never. */
    private static int named(Question question, JsonNode value, Entry entry) {
        if (value.isArray() && value.isEmpty()) {
            entry.defect("no answer is named for " + question.path());
        }
        return Symbols.accepted(question, value, entry);
    }

    private static Condition earlierAssessments(JsonNode value, Entry entry) {
        int atLeast = atLeast(value);
        if (value.size() != 1 || atLeast < 1) {
            entry.defect("earlierAssessments takes {atLeast: …}, and at least 1");
        } else if (atLeast > MOST_ASSESSMENTS) {
            entry.defect("comparison of earlierAssessments is never met: nobody comes so often");
        }
        return new Condition.EarlierAssessments(atLeast);
    }

    private static int atLeast(JsonNode value) {
        JsonNode number = value.path("atLeast");
        return number.isInt() ? number.intValue() : 0;
    }

    private Condition count(JsonNode value, Entry entry) {
        int atLeast = atLeast(value);
        List<Condition> parts = parts(value.path("of"), entry);
        if (!names.isWhole()) {
            return new Condition.AtLeast(atLeast, parts);
        }
        if (value.size() != 2 || atLeast < 1 || atLeast > parts.size()) {
            entry.defect("count takes {atLeast, of}, and at least 1 of as many as there are");
        }
        return new Condition.AtLeast(atLeast, parts);
    }

    private List<Condition> parts(JsonNode list, Entry entry) {
        if (!isList(list)) {
            entry.defect("a list of conditions is expected");
            return List.of();
        }
        List<Condition> parts = new ArrayList<>();
        for (JsonNode one : list) {
            if (one.isObject() && one.has("each")) {
                String name = string(one.required("each"), entry);
                note(name, entry);
                parts.addAll(names.list(name, entry));
            } else {
                parts.add(read(one, entry));
            }
        }
        return parts;
    }

    private Condition term(JsonNode value, Entry entry) {
        note(string(value, entry), entry);
        Term term = names.term(value.asString(""));
        if (term == null && !names.isWhole()) {
            entry.unreadCondition();
            return new Condition.Always();
        }
        if (term == null) {
            entry.defect("unknown term (terms stand before they are used): " + value);
            return new Condition.Always();
        }
        return new Condition.Named(term);
    }

    private static Condition noneFires(JsonNode value, Entry entry) {
        List<Condition> conditions = new ArrayList<>();
        for (JsonNode rule : isList(value) ? value.values() : List.of(value)) {
            conditions.add(new Condition.Not(new Condition.Fires(string(rule, entry))));
        }
        return conditions.size() == 1 ? conditions.getFirst() : new Condition.AllOf(conditions);
    }

    /** Expands groups and answers; an answer need fit only the questions it can be given to, but at least one. */
    private Condition noAnswer(JsonNode value, Entry entry) {
        if (value.size() != 2 || !isList(value.path("in")) || !isList(value.path("is"))) {
            entry.defect("noAnswer takes {in, is}, a list each");
        }
        List<Condition.Is> answers = new ArrayList<>();
        List<JsonNode> unused = new ArrayList<>(value.path("is").values());
        for (JsonNode group : value.path("in").values()) {
            List<Question> questions = vocabulary.group(group.asString(""));
            if (questions.isEmpty()) {
                entry.defect("unknown group: " + group);
            }
            for (Question question : questions) {
                int accepted = 0;
                for (JsonNode answer : value.path("is").values()) {
                    int bit = Symbols.bit(question, answer);
                    accepted |= bit;
                    if (bit != 0) {
                        unused.remove(answer);
                    }
                }
                if (accepted != 0) {
                    answers.add(new Condition.Is(question, accepted));
                }
            }
        }
        unused.forEach(answer -> entry.defect("no question of the groups can be answered with " + answer));
        return new Condition.NoAnswerAmong(answers);
    }

    private Question question(String path, Entry entry) {
        return vocabulary.find(path).orElseGet(() -> {
            entry.defect("unknown answer path: " + path);
            return vocabulary.questions().getFirst();
        });
    }

    private static boolean isList(JsonNode value) {
        return value.isArray() && !value.isEmpty();
    }

    private static String string(JsonNode value, Entry entry) {
        if (!value.isString()) {
            entry.defect("a name is expected: " + value);
        }
        return value.asString("");
    }

    private static Condition expect(boolean met, Condition condition, JsonNode node, Entry entry) {
        if (!met) {
            entry.defect("no such condition: " + node);
        }
        return condition;
    }
}
