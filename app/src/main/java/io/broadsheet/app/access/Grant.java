package io.broadsheet.app.access;

import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a principal may do with one thing, or with all whose names begin alike, from anywhere.
 *
 * @param principal who
 * @param on what; {@code *} as a literal name is everything of the type
 * @param operations in the order they are told
 */
public record Grant(Principal principal, ResourcePattern on, List<AclOperation> operations) {

    private static final String FROM_ANYWHERE = "*";

    public Grant {
        operations = List.copyOf(operations);
    }

    static Grant of(Principal principal, ResourcePattern on, AclOperation... operations) {
        return new Grant(principal, on, Arrays.asList(operations));
    }

    static ResourcePattern topic(String name) {
        return new ResourcePattern(ResourceType.TOPIC, name, PatternType.LITERAL);
    }

    static ResourcePattern topicsOf(String prefix) {
        return new ResourcePattern(ResourceType.TOPIC, prefix, PatternType.PREFIXED);
    }

    static ResourcePattern group(String name) {
        return new ResourcePattern(ResourceType.GROUP, name, PatternType.LITERAL);
    }

    static ResourcePattern groupsOf(String prefix) {
        return new ResourcePattern(ResourceType.GROUP, prefix, PatternType.PREFIXED);
    }

    static ResourcePattern transactionsOf(String prefix) {
        return new ResourcePattern(ResourceType.TRANSACTIONAL_ID, prefix, PatternType.PREFIXED);
    }

    /** One rule of Kafka's for each operation. */
    public List<AclBinding> rules() {
        return operations.stream()
                .map(operation ->
                        new AclBinding(
                                on,
                                new AccessControlEntry(
                                        principal.inRules(),
                                        FROM_ANYWHERE,
                                        operation,
                                        AclPermissionType.ALLOW)))
                .toList();
    }

    /** For people. */
    @Override
    public String toString() {
        return "%-12s  %-40s  %s"
                .formatted(
                        principal.word(),
                        told(on),
                        operations.stream().map(Grant::word).collect(Collectors.joining(", ")));
    }

    /** A thing as people write it. */
    static String told(ResourcePattern on) {
        String all = on.patternType() == PatternType.PREFIXED ? "*" : "";
        return word(on.resourceType()) + " " + on.name() + all;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
