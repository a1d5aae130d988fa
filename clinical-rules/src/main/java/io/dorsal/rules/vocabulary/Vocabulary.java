package io.dorsal.rules.vocabulary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All questions there are, in their fixed order; questions of one group stand together. */
public final class Vocabulary {
    private final List<Question> questions;
    private final Map<String, Question> byPath = new HashMap<>();
    private final Map<String, List<Question>> byGroup;

    public Vocabulary(List<Question> questions) {
        this.questions = List.copyOf(questions);
        Map<String, List<Question>> groups = new LinkedHashMap<>();
        String previous = "";
        for (Question question : this.questions) {
            if (question.index() != byPath.size() || byPath.put(question.path(), question) != null) {
                throw new IllegalArgumentException("indexes must run from 0, paths be unique: " + question.path());
            }
            if (!question.group().equals(previous) && groups.containsKey(question.group())) {
                throw new IllegalArgumentException("questions of a group must stand together: " + question.path());
            }
            groups.computeIfAbsent(question.group(), _ -> new ArrayList<>()).add(question);
            previous = question.group();
        }
        this.byGroup = groups;
    }

    /** Every question, by index. */
    public List<Question> questions() {
        return questions;
    }

    /** Number of questions. */
    public int size() {
        return questions.size();
    }

    /** Names of the groups, in order. */
    public List<String> groups() {
        return List.copyOf(byGroup.keySet());
    }

    /** The questions of a group, in order; none if there is no such group. */
    public List<Question> group(String name) {
        return List.copyOf(byGroup.getOrDefault(name, List.of()));
    }

    /** The question at the path, if there is one. */
    public Optional<Question> find(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** The question at the path, which must exist. */
    public Question question(String path) {
        return find(path).orElseThrow(() -> new IllegalArgumentException("no such question: " + path));
    }
}
