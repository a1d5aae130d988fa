package io.dorsal.notification.reading.http;

import io.dorsal.kit.security.Caller;
import io.dorsal.kit.security.Role;
import io.dorsal.notification.alert.Sight;
import io.dorsal.notification.reading.Reader;
import java.util.Set;

/** What a caller may see, by their roles. */
final class Sights {

    private Sights() {}

    static Sight of(Caller caller) {
        return new Sight(
                caller.is(Role.ADMIN),
                caller.is(Role.ON_CALL) ? caller.networks() : Set.of(),
                caller.is(Role.OPERATIONS));
    }

    static Reader reader(Caller caller) {
        return new Reader(caller.subject(), of(caller));
    }
}
