package io.dorsal.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.platform.layout.Service;
import io.dorsal.system.support.LaunchedDorsal;
import io.dorsal.system.support.LaunchedDorsal.Said;
import io.dorsal.system.support.Repository;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * {@code ./dorsal} does what a person at a terminal expects of it, also when something or somebody is killed. Comes first,
 * so that it has the machine to itself. Any order of its tests would do; the one here needs the fewest starts.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(0)
class LauncherIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String EMERGENCY =
            Repository.path("docs/examples/cauda-equina.json").toString();

    private final LaunchedDorsal dorsal = new LaunchedDorsal();
    private Optional<Process> foreground = Optional.empty();

    @AfterAll
    void stop() {
        dorsal.close();
    }

    @Test
    @Order(1)
    void aFreshStartLeadsToTheFirstAlert() {
        up();

        succeeds("status");
        assertThat(dorsal.run("token", "oncall").out().strip()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");

        Said submitted = succeeds("submit", EMERGENCY, "--wait", "--fresh");

        assertThat(submitted.out()).contains("EMERGENCY", "CES-1", "EMERGENCY_DEPARTMENT, NEUROSURGERY", "alert");
        assertThat(dorsal.run("tail", "notification.alerts.v1", "--end").out())
                .contains("\"event\":\"AlertChanged\"", "\"state\":\"NOTIFYING\"");
    }

    @Test
    @Order(2)
    void whatIsRefusedNamesTheFieldAndFails() throws IOException {
        up();

        Said refused =
                dorsal.run("submit", Repository.path("clinical-rules/pom.xml").toString());

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("is not JSON");
    }

    @Test
    @Order(3)
    void aSecondStartIsToldThatItRuns() {
        up();

        Said second = dorsal.run("up");

        assertThat(second.exit()).isEqualTo(1);
        assertThat(second.err()).contains("Dorsal is already running");
    }

    @Test
    @Order(4)
    void afterTheLauncherWasKilledTheNextStartWorksAndDataIsStillThere() {
        up();
        String id = submittedId();
        ProcessHandle launcher = dorsal.process("launcher");
        launcher.destroyForcibly();
        await().until(() -> !launcher.isAlive());

        Said again = succeeds("up", "-d");

        assertThat(again.out()).contains("Stopping what a killed launcher left running", "Dorsal is ready");
        await().atMost(PATIENCE)
                .until(() -> dorsal.run("tail", "intake.assessments.v1", "--end")
                        .out()
                        .contains(id));
    }

    @Test
    @Order(5)
    void downStopsEverythingAndStatusSaysSo() {
        up();

        down();

        assertThat(dorsal.processes()).isEmpty();
        assertThat(dorsal.run("status").exit()).isEqualTo(1);
        assertThat(dorsal.run("down").out()).contains("Dorsal was not running");
    }

    @Test
    @Order(6)
    void aPortInUseIsNamedAndNothingIsLeftRunning() throws IOException {
        down();
        try (ServerSocket inTheWay = new ServerSocket(dorsal.port(Service.TRIAGE))) {
            Said said = dorsal.run("up");

            assertThat(said.exit()).isEqualTo(1);
            assertThat(said.err()).contains("port " + inTheWay.getLocalPort() + " (triage-service) is in use");
            assertThat(dorsal.processes()).isEmpty();
        }
    }

    @Test
    @Order(7)
    void aLauncherKilledWhileItStartsLeavesNothingThatBlocksTheNext() {
        down();
        Process launcher = dorsal.start("up");
        await().atMost(PATIENCE).until(() -> dorsal.processes().size() >= 3);
        launcher.destroyForcibly();
        await().until(() -> !launcher.isAlive());

        upInTheForeground();

        succeeds("status");
    }

    @Test
    @Order(8)
    void whenAPartDiesAllStopsWithOneLineAndAnErrorCode() throws InterruptedException {
        Process launcher = anyInTheForeground();

        dorsal.process("triage-service").destroyForcibly();

        assertThat(launcher.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(launcher.exitValue()).isEqualTo(1);
        assertThat(dorsal.foregroundErrors().lines())
                .filteredOn(line -> line.startsWith("dorsal: ") && !line.contains("JDK"))
                .singleElement()
                .asString()
                .contains("triage-service stopped by itself (killed by signal 9)");
        assertThat(dorsal.processes()).isEmpty();
    }

    private void up() {
        succeeds("up", "-d");
    }

    private Process upInTheForeground() {
        Process launcher = dorsal.start("up");
        await().atMost(PATIENCE).until(() -> dorsal.foregroundOutput().contains("Dorsal is ready"));
        foreground = Optional.of(launcher);
        return launcher;
    }

    private Process anyInTheForeground() {
        return foreground.filter(Process::isAlive).orElseGet(() -> {
            down();
            return upInTheForeground();
        });
    }

    private void down() {
        succeeds("down");
    }

    private Said succeeds(String... command) {
        Said said = dorsal.run(command);
        assertThat(said.exit()).as(said.out() + said.err()).isZero();
        return said;
    }

    private String submittedId() {
        Said said = succeeds("submit", EMERGENCY, "--fresh");
        return UUID.fromString(said.out().strip().split(" +", -1)[2]).toString();
    }
}
