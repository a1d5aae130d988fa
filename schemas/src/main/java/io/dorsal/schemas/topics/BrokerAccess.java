package io.dorsal.schemas.topics;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What one principal may do on a cluster that asks who it is: exactly what {@link Topics} and {@link Subscriptions} have it
 * do.
 *
 * @param principal the name that it logs in under: of the service, or the operator's
 * @param writes the topics that it writes
 * @param reads the topics that it reads
 * @param groups the consumer groups that it reads in
 */
public record BrokerAccess(String principal, Set<String> writes, Set<String> reads, Set<String> groups) {

    /** Who looks at topics from outside, as {@code ./dorsal tail} does. */
    public static final String OPERATOR = "operator";

    public BrokerAccess {
        writes = Set.copyOf(writes);
        reads = Set.copyOf(reads);
        groups = Set.copyOf(groups);
    }

    /** Of every service, and of the operator. */
    public static List<BrokerAccess> all() {
        Stream<String> services = Stream.concat(
                Topics.all().stream().map(Topic::writer),
                Subscriptions.all().stream().map(Subscription::service));
        return Stream.concat(services.distinct().sorted().map(BrokerAccess::ofService), Stream.of(ofOperator()))
                .toList();
    }

    /** The access control entries that grant this and no more. To write or to read implies to describe. */
    public Set<AclBinding> grants() {
        return Stream.of(
                        writes.stream().map(topic -> grant(ResourceType.TOPIC, topic, AclOperation.WRITE)),
                        reads.stream().map(topic -> grant(ResourceType.TOPIC, topic, AclOperation.READ)),
                        groups.stream().map(group -> grant(ResourceType.GROUP, group, AclOperation.READ)))
                .flatMap(grants -> grants)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** How access control entries name the principal. */
    String user() {
        return "User:" + principal;
    }

    private static BrokerAccess ofService(String service) {
        // Everybody publishes the schemas that it writes, and looks up those that it does not know.
        Set<String> writes = new TreeSet<>(Set.of(Topics.SCHEMAS));
        Set<String> reads = new TreeSet<>(Set.of(Topics.SCHEMAS));
        Set<String> groups = new TreeSet<>();
        Topics.all().stream()
                .filter(topic -> topic.writer().equals(service))
                .map(Topic::name)
                .forEach(writes::add);
        Subscriptions.all().stream()
                .filter(subscription -> subscription.service().equals(service))
                .forEach(subscription -> {
                    reads.add(subscription.topic().name());
                    writes.add(subscription.parkedTopic());
                    groups.add(subscription.group());
                });
        Subscriptions.followedWhenParked(service).forEach(subscription -> {
            reads.add(subscription.parkedTopic());
            groups.add(service + Subscriptions.PARKED_SUFFIX);
        });
        return new BrokerAccess(service, writes, reads, groups);
    }

    /** No operator needs to know who a patient is, so those topics stay closed. */
    private static BrokerAccess ofOperator() {
        Stream<String> parked = Subscriptions.all().stream().map(Subscription::parkedTopic);
        Set<String> reads = Stream.of(Topics.all().stream().map(Topic::name), parked, Stream.of(Topics.SCHEMAS))
                .flatMap(names -> names)
                .filter(name -> !name.startsWith(Topics.PATIENTS.name()))
                .collect(Collectors.toSet());
        return new BrokerAccess(OPERATOR, Set.of(), reads, Set.of());
    }

    private AclBinding grant(ResourceType type, String name, AclOperation operation) {
        return new AclBinding(
                new ResourcePattern(type, name, PatternType.LITERAL),
                new AccessControlEntry(user(), "*", operation, AclPermissionType.ALLOW));
    }
}
