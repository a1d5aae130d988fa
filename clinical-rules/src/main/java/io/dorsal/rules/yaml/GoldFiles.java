package io.dorsal.rules.yaml;

import io.dorsal.rules.lint.Defect;
import io.dorsal.rules.safety.BrokenGoldCases;
import io.dorsal.rules.safety.GoldSet;
import io.dorsal.rules.safety.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads gold cases and pairs: YAML as people write it, and JSON lines as assessments are sent. All that is wrong is named at
 * once, by file, line or case.
 */
public final class GoldFiles {
    private static final Set<String> YAML = Set.of("yaml", "yml");
    private static final Set<String> LINES = Set.of("jsonl", "ndjson", "json");

    private final Origin ofJson;
    private final List<Defect> defects = new ArrayList<>();

    private GoldFiles(Origin ofJson) {
        this.ofJson = ofJson;
    }

    /** Reads a file, or all files of a folder; cases in JSON that do not tell their origin come from outside. */
    public static GoldSet read(Path path) {
        return read(path, new Origin(Origin.Kind.OUTSIDE, String.valueOf(path.getFileName())));
    }

    /**
     * Reads a file, or all files of a folder.
     *
     * @param ofJson the origin of cases in JSON that do not tell it
     * @throws BrokenGoldCases if anything is wrong with them, or there are none
     */
    public static GoldSet read(Path path, Origin ofJson) {
        GoldFiles reading = new GoldFiles(ofJson);
        GoldSet gold = reading.readAll(path);
        reading.lintIds(gold);
        if (!reading.defects.isEmpty()) {
            throw new BrokenGoldCases(reading.defects);
        }
        return gold;
    }

    private GoldSet readAll(Path path) {
        GoldSet gold = new GoldSet(List.of(), List.of());
        int before = defects.size();
        for (Path file : files(path)) {
            gold = gold.and(readFile(file));
        }
        if (gold.cases().isEmpty() && gold.pairs().isEmpty() && defects.size() == before) {
            defects.add(new Defect(path.toString(), null, "no gold cases: none in YAML, and none in JSON lines"));
        }
        return gold;
    }

    private List<Path> files(Path path) {
        if (!Files.exists(path)) {
            defects.add(new Defect(path.toString(), null, "no such file or folder"));
            return List.of();
        }
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> YAML.contains(ending(file)) || LINES.contains(ending(file)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            defects.add(new Defect(path.toString(), null, "the folder cannot be listed"));
            return List.of();
        }
    }

    private GoldSet readFile(Path file) {
        if (YAML.contains(ending(file))) {
            return new GoldYaml(file, defects).read();
        }
        return new GoldLines(file, ofJson, defects).read();
    }

    private void lintIds(GoldSet gold) {
        Set<String> ids = new HashSet<>();
        Stream.concat(
                        gold.cases().stream().map(one -> new String[] {one.file(), one.id()}),
                        gold.pairs().stream().map(one -> new String[] {one.file(), one.id()}))
                .filter(one -> !ids.add(one[1]))
                .forEach(one -> defects.add(new Defect(one[0], one[1], "duplicate id")));
    }

    /** What follows the last dot of the file's name. */
    private static String ending(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
