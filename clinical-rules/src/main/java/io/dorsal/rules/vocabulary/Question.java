package io.dorsal.rules.vocabulary;

import java.util.Map;

/**
 * One question of the vocabulary.
 *
 * @param index its position in the vocabulary, stable while the vocabulary is
 * @param asks the question in words, as staff would put it
 * @param meanings what a symbol means, where its name does not say enough
 */
public record Question(
        int index, String path, AnswerType type, boolean required, String asks, Map<String, String> meanings) {

    public Question {
        if (index < 0 || path.indexOf('.') < 1 || path.indexOf('.') != path.lastIndexOf('.')) {
            throw new IllegalArgumentException("a question has an index and a path of group and name: " + path);
        }
        meanings = Map.copyOf(meanings);
    }

    /** The part before the dot, e.g. {@code neuro}. */
    public String group() {
        return path.substring(0, path.indexOf('.'));
    }

    /** The part after the dot, e.g. {@code bladder}. */
    public String name() {
        return path.substring(path.indexOf('.') + 1);
    }

    @Override
    public String toString() {
        return path;
    }
}
