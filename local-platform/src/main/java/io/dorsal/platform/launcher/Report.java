package io.dorsal.platform.launcher;

import java.util.List;

/**
 * What a command says of one submission.
 *
 * @param lines where results go
 * @param complaints where errors go; none where all went as it should
 */
record Report(List<String> lines, List<String> complaints) {

    boolean isGood() {
        return complaints.isEmpty();
    }

    void print(Console console) {
        lines.forEach(console::say);
        complaints.forEach(console::complain);
    }
}
