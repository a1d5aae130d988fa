package io.dorsal.platform.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.platform.layout.Installation;
import io.dorsal.platform.layout.Ports;
import io.dorsal.platform.layout.Secrets;
import io.dorsal.platform.services.SitePart;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartCacheIT {

    private final Path home;
    private final HttpClient http = HttpClient.newHttpClient();
    private JvmPart site;

    StartCacheIT(@TempDir Path home) {
        this.home = home;
        this.site = site(false);
    }

    @AfterEach
    void stop() {
        site.stop();
        http.close();
    }

    @Test
    void whatAFirstStartWasRecordedToUseTheNextStartsFrom() {
        site = site(true);
        site.start();
        assertThat(commandLine()).contains("-XX:AOTMode=record").doesNotContain("-XX:AOTCache");

        site.endRecording();
        site.assembleCache();

        assertThat(site.ready()).as("it goes on running").isTrue();
        assertThat(site.wantsCache()).isFalse();
        site.stop();
        site.start();
        assertThat(commandLine()).contains("-XX:AOTCache=").doesNotContain("record");
    }

    @Test
    void whoIsNotToLearnRecordsNothing() {
        site.start();

        assertThat(commandLine()).doesNotContain("-XX:AOT");
        assertThat(site.wantsCache()).isFalse();
    }

    private String commandLine() {
        return site.process().orElseThrow().info().commandLine().orElseThrow();
    }

    private JvmPart site(boolean learns) {
        Installation installation = new Installation(
                Path.of(".."), Path.of("target/local-platform.jar"), home, home.resolve("cache"), learns, Map.of());
        return SitePart.of(installation, Ports.random(), new Secrets(installation.secretsFile()), http);
    }
}
