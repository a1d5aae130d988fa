package io.dorsal.rules.yaml;

import tools.jackson.databind.JsonNode;

/** The bounds of a comparison, both included. */
record Bounds(int min, int max) {

    /** Reads {@code {atLeast, above, below, atMost}}; complains unless they cut something off, and leave something. */
    static Bounds read(String what, JsonNode test, int lowest, int highest, Entry entry) {
        if (!test.isObject() || test.isEmpty()) {
            entry.defect("ill-typed comparison: " + what + " is a number, and is compared as {atLeast: …}");
            return new Bounds(lowest, highest);
        }
        long min = lowest;
        long max = highest;
        for (var bound : test.properties()) {
            if (!bound.getValue().isInt()) {
                entry.defect("ill-typed comparison: " + what + " is compared with a whole number");
                continue;
            }
            long value = bound.getValue().intValue();
            switch (bound.getKey()) {
                case "atLeast" -> min = Math.max(min, value);
                case "above" -> min = Math.max(min, value + 1);
                case "atMost" -> max = Math.min(max, value);
                case "below" -> max = Math.min(max, value - 1);
                default -> entry.defect("unknown comparison of " + what + ": " + bound.getKey());
            }
            if (value < lowest || value > highest) {
                entry.defect("comparison of " + what + " is out of its range " + lowest + " to " + highest);
            }
        }
        if (min > max) {
            entry.defect("comparison of " + what + " is never met");
            return new Bounds(lowest, highest);
        }
        if (min == lowest && max == highest) {
            entry.defect("comparison of " + what + " cuts nothing off");
        }
        return new Bounds((int) min, (int) max);
    }
}
