package io.dorsal.platform.broker;

import io.dorsal.platform.jvm.JvmLaunch;
import io.dorsal.platform.process.Child;
import io.dorsal.platform.process.PartFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Uuid;

/** Prepares an empty directory for a broker; done once, and again where that was cut short. */
final class Formatting {

    private Formatting() {}

    static void format(Path platform, Path properties) {
        JvmLaunch tool = new JvmLaunch(
                List.of("-Xmx128m", "-Dlogback.configurationFile=broker-logback.xml"),
                platform,
                List.of(
                        "kafka.tools.StorageTool",
                        "format",
                        "--ignore-formatted",
                        "--cluster-id",
                        Uuid.randomUuid().toString(),
                        "--config",
                        properties.toString()),
                Map.of());
        Child.Outcome outcome = Child.run(tool.command(List.of()), Map.of());
        if (!outcome.ok()) {
            throw new PartFailure("the broker's storage could not be formatted: "
                    + outcome.output().lines().reduce("", (first, line) -> line));
        }
    }
}
