package io.dorsal.rules.safety;

import io.dorsal.rules.lint.Defect;
import java.util.List;
import java.util.stream.Collectors;

/** Gold cases were refused; everything that is wrong with them is named, by file and case. */
public final class BrokenGoldCases extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BrokenGoldCases(List<Defect> defects) {
        super("the gold cases are refused:\n"
                + defects.stream().map(Defect::toString).collect(Collectors.joining("\n")));
    }
}
