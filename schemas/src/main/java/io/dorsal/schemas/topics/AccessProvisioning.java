package io.dorsal.schemas.topics;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Grants principals exactly the access that they are to have, and sets their passwords. What others may do, such as the
 * systems of specialists, it leaves alone.
 */
public final class AccessProvisioning {

    private static final Logger LOG = LoggerFactory.getLogger(AccessProvisioning.class);
    private static final ScramCredentialInfo SCRAM = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 8192);

    private final Admin admin;

    public AccessProvisioning(Admin admin) {
        this.admin = admin;
    }

    /**
     * Provisions access. Running it again changes nothing but passwords that are others by now.
     *
     * @param passwords of each principal, by its name
     * @throws ExecutionException where the cluster refuses or cannot be reached
     */
    public void provision(Collection<BrokerAccess> wanted, Map<String, String> passwords)
            throws ExecutionException, InterruptedException {
        grantExactly(wanted);
        List<UserScramCredentialAlteration> credentials = passwords.entrySet().stream()
                .<UserScramCredentialAlteration>map(
                        password -> new UserScramCredentialUpsertion(password.getKey(), SCRAM, password.getValue()))
                .toList();
        admin.alterUserScramCredentials(credentials).all().get();
    }

    private void grantExactly(Collection<BrokerAccess> wanted) throws ExecutionException, InterruptedException {
        Set<AclBinding> grants =
                wanted.stream().flatMap(access -> access.grants().stream()).collect(Collectors.toSet());
        Set<String> users = wanted.stream().map(BrokerAccess::user).collect(Collectors.toSet());
        Set<AclBinding> found = admin.describeAcls(AclBindingFilter.ANY).values().get().stream()
                .filter(acl -> users.contains(acl.entry().principal()))
                .collect(Collectors.toSet());

        Set<AclBinding> missing = new HashSet<>(grants);
        missing.removeAll(found);
        admin.createAcls(missing).all().get();

        Set<AclBinding> excess = new HashSet<>(found);
        excess.removeAll(grants);
        admin.deleteAcls(excess.stream().map(AclBinding::toFilter).toList())
                .all()
                .get();
        LOG.info(
                "Access: {} granted, {} taken back, {} left as they were",
                missing.size(),
                excess.size(),
                grants.size() - missing.size());
    }
}
