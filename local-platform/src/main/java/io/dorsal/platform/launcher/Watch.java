package io.dorsal.platform.launcher;

import io.dorsal.platform.process.Part;
import io.dorsal.platform.process.PartFailure;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Notices that a part which has run has stopped by itself. */
final class Watch {

    private final List<Part> parts;
    private final Set<Part> haveRun = new HashSet<>();

    Watch(List<Part> parts) {
        this.parts = parts;
    }

    /** The first part found stopped since an earlier look. */
    Optional<PartFailure> look() {
        for (Part part : parts) {
            if (part.runs()) {
                haveRun.add(part);
            } else if (haveRun.contains(part)) {
                return Optional.of(new PartFailure("%s stopped by itself%s: %s (log: %s)"
                        .formatted(
                                part.name(),
                                part.ending().isEmpty() ? "" : " (" + part.ending() + ")",
                                part.log().lastError(),
                                part.log().path())));
            }
        }
        return Optional.empty();
    }
}
