package io.dorsal.rules.yaml;

import io.dorsal.rules.decision.DurationClass;
import io.dorsal.rules.decision.Pattern;
import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.lint.BrokenRuleset;
import io.dorsal.rules.lint.Defect;
import io.dorsal.rules.lint.Linter;
import io.dorsal.rules.lint.RuleCases;
import io.dorsal.rules.ruleset.Classification;
import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.RuleTable;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.ruleset.ScreenQuestion;
import io.dorsal.rules.ruleset.UrgencyPolicy;
import io.dorsal.rules.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads one ruleset from its folder, with all defects of all its files at once. */
final class RulesetReader {
    private static final String MAIN_FILE = "ruleset.yaml";

    private final Vocabulary vocabulary;
    private final Use use;
    private final RulesetFolder folder;
    private final YamlFiles files;
    private final Names names = new Names();
    private final ConditionReader conditions;
    private final List<RuleCases> cases = new ArrayList<>();

    RulesetReader(RulesetFolder folder, Vocabulary vocabulary, Use use) {
        this.vocabulary = vocabulary;
        this.use = use;
        this.folder = folder;
        this.files = new YamlFiles(folder);
        this.conditions = new ConditionReader(vocabulary, names);
    }

    /** Reads all of it, cases included, and refuses it for any defect. */
    Ruleset read() {
        return read(true);
    }

    /** Reads what decides and explains, of a ruleset that was linted when it was packed. */
    Ruleset readPacked() {
        return read(false);
    }

    private Ruleset read(boolean linting) {
        JsonNode content = files.open(MAIN_FILE);
        if (content == null) {
            throw new BrokenRuleset(files.defects());
        }
        Entry main = new Entry(files, MAIN_FILE, null, content);
        new TermsReader(files, vocabulary, names, conditions).read();
        List<RuleTable> tables = tables(main);
        List<ScreenQuestion> screen = screen(main);
        Classification<DurationClass> durationClasses =
                classification(main, "durationClasses", "class", DurationClass.class);
        Classification<Pattern> patterns = classification(main, "patterns", "pattern", Pattern.class);
        Map<Urgency, UrgencyPolicy> urgencies = urgencies(main);
        Map<Queue, String> queues = queues(main);
        TextsReader texts = new TextsReader(files, conditions);
        Ruleset ruleset = new Ruleset(
                version(main),
                status(main),
                main.text("title"),
                "",
                vocabulary,
                tables,
                names.numbers(),
                names.terms(),
                screen,
                durationClasses,
                patterns,
                urgencies,
                queues,
                texts.sources(),
                texts.conflicts(),
                texts.advice());
        Map<String, JsonNode> decisive = Map.copyOf(files.opened());
        List<Defect> defects = linting ? defects(ruleset, main) : files.defects();
        if (!defects.isEmpty()) {
            throw new BrokenRuleset(defects.stream().distinct().toList());
        }
        return ruleset.withHash(CanonicalData.hash(decisive));
    }

    private List<Defect> defects(Ruleset ruleset, Entry main) {
        readCases(main, ruleset.tables());
        main.end();
        files.endFolder();
        List<Defect> defects = new ArrayList<>(files.defects());
        defects.addAll(Linter.lint(ruleset, cases, files.unread()));
        return defects;
    }

    /** The cases that were read along with the ruleset. */
    List<RuleCases> cases() {
        return cases;
    }

    private String version(Entry main) {
        String version = main.text("version");
        folder.namedVersion()
                .filter(named -> !named.equals(version))
                .ifPresent(named -> main.defect("version is " + version + ", but the folder is named " + named));
        return version;
    }

    private Ruleset.Status status(Entry main) {
        int before = files.defects().size();
        String text = main.text("status").toUpperCase(Locale.ROOT);
        Ruleset.Status status = main.symbol("status", text, Ruleset.Status.class);
        if (files.defects().size() == before) {
            use.refusal(status).ifPresent(main::defect);
        }
        return status;
    }

    private List<RuleTable> tables(Entry main) {
        List<RuleTable> tables = new ArrayList<>();
        for (Entry table : main.entries("tables")) {
            String file = table.text("file");
            RuleTable.Kind kind =
                    table.symbol("kind", table.text("kind").toUpperCase(Locale.ROOT), RuleTable.Kind.class);
            tables.add(new RuleTable(
                    file,
                    table.text("title"),
                    kind,
                    Set.copyOf(table.symbols("urgency", Urgency.class)),
                    new RuleReader(files, file, conditions).read()));
            table.end();
        }
        return tables;
    }

    private void readCases(Entry main, List<RuleTable> tables) {
        CaseReader reader = new CaseReader(files, vocabulary, main);
        for (RuleTable table : tables) {
            cases.addAll(reader.read(table.file().replaceFirst("^rules/", "cases/")));
        }
    }

    private List<ScreenQuestion> screen(Entry main) {
        List<ScreenQuestion> screen = new ArrayList<>();
        for (Entry entry : main.entries("screen")) {
            Entry asked = entry.named("screen");
            Condition when = asked.find("when") == null ? new Condition.Always() : asked.condition("when", conditions);
            String path = asked.text("question");
            vocabulary.find(path).ifPresentOrElse(question -> screen.add(new ScreenQuestion(question, when)), () -> {
                asked.defect("unknown answer path: " + path);
                asked.unreadCondition();
            });
            asked.end();
        }
        return screen;
    }

    private <C extends Enum<C>> Classification<C> classification(
            Entry main, String member, String className, Class<C> type) {
        List<Classification.Case<C>> classes = new ArrayList<>();
        for (Entry entry : main.entries(member)) {
            Entry one = entry.named(member);
            classes.add(new Classification.Case<>(one.symbol(className, type), one.condition("when", conditions)));
            one.end();
        }
        return new Classification<>(classes);
    }

    private Map<Urgency, UrgencyPolicy> urgencies(Entry main) {
        Map<Urgency, UrgencyPolicy> policies = new EnumMap<>(Urgency.class);
        Entry all = main.child("urgencies");
        for (Urgency urgency : Urgency.values()) {
            Entry one = all.child(urgency.name());
            policies.put(
                    urgency,
                    new UrgencyPolicy(
                            urgency,
                            one.text("asks"),
                            one.durationIfAny("target"),
                            one.durationIfAny("alertAcknowledgedWithin")));
            one.end();
        }
        all.end();
        return policies;
    }

    private static Map<Queue, String> queues(Entry main) {
        Map<Queue, String> queues = new EnumMap<>(Queue.class);
        Entry all = main.child("queues");
        for (Queue queue : Queue.values()) {
            queues.put(queue, all.text(queue.name()));
        }
        all.end();
        return queues;
    }
}
