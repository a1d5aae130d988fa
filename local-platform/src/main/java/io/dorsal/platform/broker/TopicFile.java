package io.dorsal.platform.broker;

import io.dorsal.platform.process.PartFailure;
import io.dorsal.schemas.topics.ClusterSize;
import io.dorsal.schemas.topics.TopicCatalogue;
import io.dorsal.schemas.topics.TopicProvisioning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Provisions the topics of {@code deploy/topics.yaml} on the local broker, before any service starts. */
public final class TopicFile {

    private static final ClusterSize ONE_BROKER = new ClusterSize(1, 6);

    private final Path file;

    public TopicFile(Path root) {
        this.file = root.resolve("deploy").resolve("topics.yaml");
    }

    /** Creates what is missing, and returns how many topics there are to be. */
    public int provision(int brokerPort) {
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:" + brokerPort))) {
            TopicCatalogue catalogue = TopicCatalogue.read(file);
            new TopicProvisioning(admin).provision(catalogue, ONE_BROKER);
            return catalogue.topics().size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ExecutionException e) {
            throw new PartFailure("the topics could not be provisioned: " + e.getCause(), e);
        } catch (IllegalStateException e) {
            throw new PartFailure(
                    "the topics do not fit %s: %s (./dorsal reset forgets all data)".formatted(file, e.getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("interrupted while provisioning topics", e);
        }
    }
}
