package io.dorsal.rules.policy;

import io.dorsal.rules.lint.Defect;
import java.util.List;
import java.util.stream.Collectors;

/** Policies of networks were refused; every defect of all of them that was found is named. */
public final class BrokenPolicies extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Defect> defects;

    public BrokenPolicies(List<Defect> defects) {
        super("the policies of networks are refused:\n"
                + defects.stream().map(Defect::toString).collect(Collectors.joining("\n")));
        this.defects = List.copyOf(defects);
    }

    /** What is wrong; at least one. */
    public List<Defect> defects() {
        return defects;
    }
}
