package io.dorsal.referral.sites.yaml;

import java.util.List;

/** The file of sites has defects: no site of it is taken. */
final class BrokenSites extends RuntimeException {

    private final List<String> defects;

    BrokenSites(List<String> defects) {
        super("The file of sites is refused: " + String.join("; ", defects));
        this.defects = List.copyOf(defects);
    }

    /** Each with file, site and reason. */
    List<String> defects() {
        return defects;
    }
}
