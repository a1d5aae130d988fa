package io.dorsal.schemas.topics;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Provisions who may do what on a cluster that asks for it, and ends: to be run before the services start, and again after
 * each change of a password or of what a service reads and writes.
 */
public final class ProvisionAccess {

    private static final Logger LOG = LoggerFactory.getLogger(ProvisionAccess.class);
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private ProvisionAccess() {}

    /**
     * Provisions it, and ends the process: with 1 where a password is missing, or the cluster refuses or cannot be reached;
     * the log says why.
     *
     * @param arguments the file of a client's settings for the cluster, which have to be those of a super user; the
     *     directory of passwords, each in a file that has the name of its principal
     */
    public static void main(String[] arguments) {
        int exit = run(arguments);
        if (exit != DONE) {
            System.exit(exit);
        }
    }

    /** What {@link #main} does, for a caller that lives on; returns the exit code. */
    public static int run(String... arguments) {
        if (arguments.length != 2) {
            LOG.error("usage: ProvisionAccess <client.properties> <directory of passwords>");
            return USAGE;
        }
        PasswordFiles passwords = new PasswordFiles(Path.of(arguments[1]));
        return new OneShot("access", Path.of(arguments[0])).run(admin -> provision(admin, passwords)) ? DONE : FAILED;
    }

    private static void provision(Admin admin, PasswordFiles passwords)
            throws IOException, ExecutionException, InterruptedException {
        List<BrokerAccess> all = BrokerAccess.all();
        new AccessProvisioning(admin).provision(all, passwords.of(all));
        LOG.info(
                "{} principals have the access that they need: {}",
                all.size(),
                all.stream().map(BrokerAccess::principal).toList());
    }
}
