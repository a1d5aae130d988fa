package io.dorsal.rules.json;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Collects problems, each once; bounds what a body full of unknown members can make us say. */
final class FieldProblems {
    private static final Pattern ECHOED = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final String NOT_ECHOED = "(unreadable name)";
    private static final int MOST_UNKNOWN = 100;

    private final Set<FieldProblem> problems = new LinkedHashSet<>();
    private final Set<String> paths = new LinkedHashSet<>();
    private int unknown;

    void add(String path, String message) {
        problems.add(new FieldProblem(path, message));
        paths.add(path);
    }

    void duplicate(String path) {
        add(path, "must not be given more than once");
    }

    /** A name is chosen by the sender, so only a harmless one is repeated. */
    void unknown(String parent, String name) {
        unknown(parent, name, "is not a field of an assessment");
    }

    /** The same, of what is no assessment. */
    void unknown(String parent, String name, String message) {
        if (unknown < MOST_UNKNOWN) {
            String path = parent + (ECHOED.matcher(name).matches() ? name : NOT_ECHOED);
            if (problems.add(new FieldProblem(path, message))) {
                unknown++;
            }
        }
    }

    boolean has(String path) {
        return paths.contains(path);
    }

    boolean any() {
        return !problems.isEmpty();
    }

    List<FieldProblem> list() {
        return new ArrayList<>(problems);
    }
}
