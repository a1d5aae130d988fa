package io.dorsal.system.support;

import io.dorsal.platform.layout.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The list of metrics that is public API: {@code docs/metrics.md}. */
public final class MetricsPage {

    private static final Pattern NAME = Pattern.compile("`([a-z_]+)`");
    private static final String LIBRARIES = "## From the libraries";

    private MetricsPage() {}

    /** The metrics of Dorsal's own. */
    public static List<Documented> own() {
        return text().lines()
                .filter(line -> line.startsWith("| `dorsal_"))
                .map(Documented::of)
                .toList();
    }

    /** The metrics of libraries that dashboards and alerts use; Prometheus' own {@code up} is none of a service. */
    public static Set<String> ofLibraries() {
        String text = text();
        Matcher names = NAME.matcher(text.substring(text.indexOf(LIBRARIES)));
        Set<String> all = names.results().map(name -> name.group(1)).collect(Collectors.toCollection(TreeSet::new));
        all.remove("up");
        return all;
    }

    private static String text() {
        try {
            return Files.readString(Repository.path("docs/metrics.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line of the list. */
    public record Documented(String name, Set<Service> services, String type, Set<String> labels, String meaning) {

        private static final int COLUMNS = 6;

        static Documented of(String line) {
            String[] columns = line.split("\\|", -1);
            if (columns.length != COLUMNS + 1) {
                throw new IllegalStateException("not a line of the list: " + line);
            }
            return new Documented(
                    columns[1].strip().replace("`", ""),
                    services(columns[2].strip()),
                    columns[3].strip(),
                    NAME.matcher(columns[4])
                            .results()
                            .map(name -> name.group(1))
                            .collect(Collectors.toSet()),
                    columns[5].strip());
        }

        private static Set<Service> services(String shownBy) {
            return Arrays.stream(Service.values())
                    .filter(service -> shownBy.equals("all")
                            || Arrays.asList(shownBy.split(", "))
                                    .contains(service.id().replace("-service", "")))
                    .collect(Collectors.toSet());
        }

        /** Whether it is there before the first event of its kind. */
        public boolean isShownFromTheStart() {
            return !meaning.endsWith("shown from the first on");
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
