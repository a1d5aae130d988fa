package io.dorsal.platform.database;

import io.dorsal.platform.process.Child;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL refuses to run as root. Where we are root, it runs in a user namespace in which it is nobody. */
final class Unprivileged {

    private final List<String> prefix;

    private Unprivileged(List<String> prefix) {
        this.prefix = prefix;
    }

    static Unprivileged here() {
        boolean root = Child.run(List.of("id", "-u"), Map.of()).output().equals("0");
        return new Unprivileged(root ? List.of("unshare", "--user") : List.of());
    }

    List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }
}
