package io.dorsal.platform.database;

import io.dorsal.platform.process.Child;
import io.dorsal.platform.process.PartFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL refuses to run as root. Where we are root, it runs in a user namespace in which it is nobody. */
final class Unprivileged {

    private final List<String> prefix;

    private Unprivileged(List<String> prefix) {
        this.prefix = prefix;
    }

    /**
     * How to become unprivileged here.
     *
     * @throws PartFailure where we are root, and no user namespace can be had
     */
    static Unprivileged here() {
        boolean root = Child.run(List.of("id", "-u"), Map.of()).output().equals("0");
        if (!root) {
            return new Unprivileged(List.of());
        }
        if (!Child.run(List.of("/bin/sh", "-c", "unshare --user true"), Map.of())
                .ok()) {
            throw new PartFailure(
                    "the database does not run as root, and this machine refuses the user namespace in which "
                            + "root would be nobody: run ./dorsal as an ordinary user");
        }
        return new Unprivileged(List.of("unshare", "--user"));
    }

    List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }
}
