package io.dorsal.platform.launcher;

import io.dorsal.platform.process.PartFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of Dorsal on one machine. */
@Command(
        name = "./dorsal",
        description = "Runs Dorsal on this machine: a real broker, a real database, identity and the services.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Start with:  ./dorsal up"})
public final class Launcher {

    private Launcher() {}

    public static void main(String[] args) {
        System.setProperty("logback.configurationFile", "launcher-logback.xml");
        System.exit(commandLine(new Console(
                        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                        new PrintWriter(System.err, true, StandardCharsets.UTF_8)))
                .execute(args));
    }

    static CommandLine commandLine(Console console) {
        return telling(
                new CommandLine(new Launcher())
                        .addSubcommand(new Up(console))
                        .addSubcommand(new Down(console))
                        .addSubcommand(new Status(console))
                        .addSubcommand(new Logs(console))
                        .addSubcommand(new Reset(console))
                        .addSubcommand(new TokenCommand(console))
                        .addSubcommand(new Submit(console))
                        .addSubcommand(new Tail(console))
                        .addSubcommand(new Replay(console))
                        .addSubcommand(new Safety(console))
                        .addSubcommand(new TestHint())
                        .addSubcommand(new BenchHint())
                        .addSubcommand(new CommandLine.HelpCommand()),
                console);
    }

    /** A command line that tells a person in one line what went wrong. */
    static CommandLine telling(CommandLine commandLine, Console console) {
        commandLine.setOut(console.out());
        commandLine.setErr(console.err());
        commandLine.setUsageHelpAutoWidth(true);
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> {
            console.complain(failure instanceof PartFailure known ? known.sentence() : unexpected(failure));
            return command.getCommandSpec().exitCodeOnExecutionException();
        });
        return commandLine;
    }

    /** One line for a person; the rest is written where it can be looked up. */
    private static String unexpected(Exception failure) {
        Path trace = Home.installation().logs().resolve("unexpected.log");
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        try {
            Files.createDirectories(trace.getParent());
            Files.writeString(trace, text.toString());
        } catch (IOException e) {
            return "%s (its trace could not be written: %s)".formatted(failure, e);
        }
        return "%s (trace: %s)".formatted(failure, trace);
    }
}
