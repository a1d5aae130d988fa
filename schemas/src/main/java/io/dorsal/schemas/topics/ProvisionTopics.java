package io.dorsal.schemas.topics;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Provisions the topics of a cluster and ends: to be run before the services start, and again after each change of the
 * catalogue.
 */
public final class ProvisionTopics {

    private static final Logger LOG = LoggerFactory.getLogger(ProvisionTopics.class);
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private ProvisionTopics() {}

    /**
     * Provisions them, and ends the process: with 1 where the topics are not as they have to be, or the cluster cannot be
     * reached; the log says why.
     *
     * @param arguments the catalogue's file, the file of a client's settings for the cluster, how many brokers that has
     */
    public static void main(String[] arguments) {
        int exit = run(arguments);
        if (exit != DONE) {
            System.exit(exit);
        }
    }

    /** What {@link #main} does, for a caller that lives on; returns the exit code. */
    public static int run(String... arguments) {
        if (arguments.length != 3 || !arguments[2].matches("[1-9][0-9]{0,3}")) {
            LOG.error("usage: ProvisionTopics <topics.yaml> <client.properties> <number of brokers>");
            return USAGE;
        }
        Path file = Path.of(arguments[0]);
        int brokers = Integer.parseInt(arguments[2]);
        return new OneShot("topics", Path.of(arguments[1])).run(admin -> provision(file, admin, brokers))
                ? DONE
                : FAILED;
    }

    private static void provision(Path file, Admin admin, int brokers)
            throws IOException, ExecutionException, InterruptedException {
        TopicCatalogue catalogue = TopicCatalogue.read(file);
        new TopicProvisioning(admin).provision(catalogue, new ClusterSize(brokers, Integer.MAX_VALUE));
        LOG.info("{} topics are as {} wants them", catalogue.topics().size(), file);
    }
}
