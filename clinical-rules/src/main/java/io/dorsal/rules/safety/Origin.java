package io.dorsal.rules.safety;

/**
 * Where a gold case comes from.
 *
 * @param source the citation of a publication with its address, or who wrote the case
 */
public record Origin(Kind kind, String source) {

    /** What a case can prove depends on who made it. */
    public enum Kind {
        /** A publication by others, who knew nothing of these rules. */
        INDEPENDENT("independent publications"),
        /** A case from outside whose origin was not told, as one of a set that is held out. */
        OUTSIDE("given from outside, origin not told"),
        /** A worked case of the specification: it shows that the rules are as specified, not that they are safe. */
        WORKED("worked cases of the specification"),
        /** Written by those who wrote the rules: it proves nothing about safety. */
        OWN("written by ourselves");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** The kind in words, for a report. */
        public String words() {
            return words;
        }

        /** Whether the share of cases that went wrong says anything about other patients. */
        public boolean isEvidence() {
            return this == INDEPENDENT || this == OUTSIDE;
        }
    }
}
