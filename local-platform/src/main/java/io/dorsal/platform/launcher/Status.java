package io.dorsal.platform.launcher;

import io.dorsal.platform.LocalPlatform;
import io.dorsal.platform.layout.Ports;
import io.dorsal.platform.layout.Service;
import io.dorsal.platform.process.Part;
import java.net.http.HttpClient;
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
        LocalPlatform platform = Home.platform();
        boolean nothingRuns = platform.parts().stream().noneMatch(Part::runs);
        try (HttpClient http = HttpClient.newHttpClient()) {
            InContainers containers = new InContainers(platform.ports(), http);
            boolean all = (nothingRuns && containers.run()) ? show(containers) : show(platform);
            console.out().flush();
            return all ? 0 : 1;
        }
    }

    private boolean show(InContainers containers) {
        console.out().println("In containers:");
        boolean all = true;
        for (InContainers.Seen part : containers.parts()) {
            boolean ready = part.probe().ready();
            all &= ready;
            line(part.name(), ready ? "ready" : "not ready", "", part.address());
        }
        return all;
    }

    private boolean show(LocalPlatform platform) {
        boolean all = true;
        for (Part part : platform.parts()) {
            boolean ready = part.ready();
            all &= ready;
            line(
                    part.name(),
                    ready ? "ready" : part.runs() ? "not ready" : "stopped",
                    part.process().map(process -> "pid " + process.pid()).orElse(""),
                    address(part, platform.ports()));
        }
        boolean launched = SupervisorLock.holder(platform.installation()).isPresent();
        if (!launched && platform.parts().stream().anyMatch(Part::runs)) {
            console.out().println("The launcher was killed; ./dorsal up or ./dorsal down stops what it left.");
        }
        return all;
    }

    private void line(String name, String state, String process, String address) {
        console.out().println(String.format(Locale.ROOT, "%-22s %-11s %-9s %s", name, state, process, address));
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
