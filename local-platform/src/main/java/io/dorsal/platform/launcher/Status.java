package io.dorsal.platform.launcher;

import io.dorsal.platform.LocalPlatform;
import io.dorsal.platform.layout.Ports;
import io.dorsal.platform.layout.Service;
import io.dorsal.platform.process.Part;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Shows the state of each part. */
@Command(
        name = "status",
        description = "Shows each part; exits with 0 only if all are ready.",
        mixinStandardHelpOptions = true)
final class Status implements Callable<Integer> {

    private final Console console;

    Status(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        PrintWriter out = console.out();
        LocalPlatform platform = Home.platform();
        boolean all = true;
        for (Part part : platform.parts()) {
            boolean ready = part.ready();
            all &= ready;
            out.println(String.format(
                    Locale.ROOT,
                    "%-22s %-11s %-9s %s",
                    part.name(),
                    ready ? "ready" : part.runs() ? "not ready" : "stopped",
                    part.process().map(process -> "pid " + process.pid()).orElse(""),
                    address(part, platform.ports())));
        }
        boolean launched = SupervisorLock.holder(platform.installation()).isPresent();
        if (!launched && platform.parts().stream().anyMatch(Part::runs)) {
            out.println("The launcher was killed; ./dorsal up or ./dorsal down stops what it left.");
        }
        out.flush();
        return all ? 0 : 1;
    }

    private static String address(Part part, Ports ports) {
        return Service.named(part.name())
                .map(service -> "http://localhost:" + ports.of(service))
                .orElseGet(() -> switch (part.name()) {
                    case "site" -> "http://localhost:" + ports.site();
                    case "broker" -> "localhost:" + ports.kafka();
                    case "database" -> "localhost:" + ports.postgres();
                    default -> "";
                });
    }
}
