package io.dorsal.platform.launcher;

import io.dorsal.platform.client.BrokerConnection;
import io.dorsal.platform.replay.Range;
import io.dorsal.platform.replay.ReplayProgress;
import io.dorsal.platform.replay.Replayed;
import io.dorsal.platform.replay.Replaying;
import io.dorsal.rules.engine.NetworkEngines;
import io.dorsal.rules.engine.TriageEngine;
import io.dorsal.rules.lint.BrokenRuleset;
import io.dorsal.rules.policy.BrokenPolicies;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.yaml.NetworkPolicies;
import io.dorsal.rules.yaml.Rulesets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the history through a candidate ruleset, and tells where it would decide otherwise than the active one. */
@Command(
        name = "replay",
        description = "Runs past assessments through a candidate ruleset, and reports where it would decide otherwise.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no emergency would be lowered",
            "1:the history could not be read",
            "2:the options, a ruleset or a policy are refused",
            "3:an emergency would be lowered"
        })
final class Replay implements Callable<Integer> {

    private static final int REFUSED = 2;
    private static final int EMERGENCY_LOWERED = 3;

    private final Console console;
    private final Supplier<Map<String, Object>> broker;
    private final Supplier<Path> reports;

    @Option(names = "--ruleset", required = true, paramLabel = "FOLDER", description = "of the candidate")
    private Path ruleset = Path.of("");

    @Option(
            names = "--active",
            paramLabel = "FOLDER",
            description = "of the ruleset to compare with (default: the one packed with Dorsal)")
    private @Nullable Path active;

    @Option(
            names = "--policies",
            paramLabel = "FOLDER",
            description = "of the policies of networks, under which both rulesets are compared (default: none)")
    private @Nullable Path policies;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description =
                    "Leave out what was received before, such as 2026-11-01 (midnight UTC) or 2026-11-01T08:00:00Z.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Leave out what was received then or later.")
    private @Nullable String to;

    @Option(
            names = "--out",
            paramLabel = "DIRECTORY",
            description = "of the reports (default: .dorsal/replay/<version of the candidate>)")
    private @Nullable Path out;

    Replay(Console console) {
        this(
                console,
                () -> BrokerConnection.patient(Home.broker()),
                () -> Home.installation().state().resolve("replay"));
    }

    /**
     * @param broker a client's settings for the broker
     * @param reports where reports go that are to go nowhere else
     */
    Replay(Console console, Supplier<Map<String, Object>> broker, Supplier<Path> reports) {
        this.console = console;
        this.broker = broker;
        this.reports = reports;
    }

    @Override
    public Integer call() {
        try {
            Range range = Range.of(from, to);
            Ruleset candidate = load(ruleset);
            Ruleset inForce = active == null ? Rulesets.active() : load(active);
            return told(new Replaying(broker.get(), engines(inForce), engines(candidate))
                    .run(range, directory(candidate), new ReplayProgress(console.err(), isTerminal())));
        } catch (BrokenRuleset e) {
            console.complain("the ruleset is refused:");
            e.defects().forEach(defect -> console.complain("  " + defect));
        } catch (BrokenPolicies e) {
            console.complain("the policies of networks are refused:");
            e.defects().forEach(defect -> console.complain("  " + defect));
        } catch (IllegalArgumentException e) {
            console.complain(String.valueOf(e.getMessage()));
        }
        return REFUSED;
    }

    private static Ruleset load(Path folder) {
        return Rulesets.forReplay(folder.toAbsolutePath().normalize());
    }

    private NetworkEngines engines(Ruleset plain) {
        Map<String, Ruleset> byNetwork = new HashMap<>();
        if (policies != null) {
            NetworkPolicies.ofAnyNetwork(policies.toAbsolutePath().normalize(), plain)
                    .forEach((network, effective) -> byNetwork.put(network, effective.ruleset()));
        }
        return NetworkEngines.of(new TriageEngine(plain), byNetwork);
    }

    private int told(Replayed replayed) {
        if (replayed.compared() == 0) {
            console.say("There are no assessments in that range");
        } else {
            console.say(String.format(
                    Locale.ROOT,
                    "%,d assessments: %,d would change, %,d would be lowered, of them %,d emergencies",
                    replayed.compared(),
                    replayed.changed(),
                    replayed.lowered(),
                    replayed.loweredEmergencies()));
        }
        if (replayed.unreadable() > 0) {
            console.say(String.format(Locale.ROOT, "%,d records could not be read", replayed.unreadable()));
        }
        replayed.reports().forEach(report -> console.say("  " + report));
        return replayed.loweredEmergencies() > 0 ? EMERGENCY_LOWERED : 0;
    }

    private Path directory(Ruleset candidate) {
        Path directory = out == null ? reports.get().resolve(nameOf(candidate)) : out;
        return directory.toAbsolutePath().normalize();
    }

    /** A version is any text; a name of a directory is not. */
    private static String nameOf(Ruleset candidate) {
        String name = candidate.version().replaceAll("[^A-Za-z0-9._-]", "-");
        return name.startsWith(".") ? "-" + name : name;
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console())
                .filter(java.io.Console::isTerminal)
                .isPresent();
    }
}
