package io.dorsal.schemas.topics;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * Something that is provisioned on a cluster by a process that ends then. The log says why, where it fails.
 *
 * @param what is provisioned
 * @param client the file of a client's settings for the cluster
 */
record OneShot(String what, Path client) {

    private static final Logger LOG = LoggerFactory.getLogger(OneShot.class);

    /** What to do with the cluster. */
    @FunctionalInterface
    interface Work {
        void on(Admin admin) throws IOException, ExecutionException, InterruptedException;
    }

    /** Does it; false where it failed. */
    boolean run(Work work) {
        try (Admin admin = Admin.create(settings())) {
            work.on(admin);
            return true;
        } catch (ExecutionException e) {
            return failed(e.getCause() == null ? e : e.getCause());
        } catch (IOException | IllegalStateException | JacksonException | KafkaException e) {
            return failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(e);
        }
    }

    private Properties settings() throws IOException {
        Properties settings = new Properties();
        try (InputStream in = Files.newInputStream(client)) {
            settings.load(in);
        }
        return settings;
    }

    private boolean failed(Throwable reason) {
        LOG.error("The {} could not be provisioned: {}{}", what, reason, because(reason.getCause()));
        return false;
    }

    /** A client that cannot be made says only at the bottom that it is for want of a certificate. */
    private static String because(@Nullable Throwable cause) {
        if (cause == null) {
            return "";
        }
        return cause.getCause() == null ? ": " + cause : because(cause.getCause());
    }
}
