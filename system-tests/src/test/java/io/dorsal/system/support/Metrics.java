package io.dorsal.system.support;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a service said of itself, in Prometheus' text format.
 *
 * @param help the meaning of each metric
 * @param samples values by name and labels, such as {@code dorsal_decisions_total{urgency="SOON"}}
 */
public record Metrics(Map<String, String> help, Map<String, Double> samples) {

    private static final Pattern HELP = Pattern.compile("# HELP (\\S+) (.*)");
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][\\w:]*(?:\\{.*})?) (\\S+)");

    public Metrics {
        help = Map.copyOf(help);
        samples = Map.copyOf(samples);
    }

    static Metrics read(String text) {
        Map<String, String> help = new HashMap<>();
        Map<String, Double> samples = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            Matcher meaning = HELP.matcher(line);
            Matcher sample = SAMPLE.matcher(line);
            if (meaning.matches()) {
                help.put(meaning.group(1), meaning.group(2));
            } else if (sample.matches()) {
                samples.put(sample.group(1), Double.valueOf(sample.group(2)));
            }
        });
        return new Metrics(help, samples);
    }

    /** The metrics that are ours, by their names. */
    public Set<String> ours() {
        return help.keySet().stream()
                .filter(name -> name.startsWith("dorsal_") && !name.endsWith("_seconds_max"))
                .collect(Collectors.toSet());
    }

    /** A value; NaN where there is none. */
    public double value(String sample) {
        return samples.getOrDefault(sample, Double.NaN);
    }
}
