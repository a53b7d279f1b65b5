package io.broadsheet.app.asyncapi;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.broadsheet.app.access.Grant;
import io.broadsheet.app.access.Grants;
import io.broadsheet.app.access.Principal;
import io.broadsheet.schemas.Topics;

import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who of Broadsheet writes and reads which topic, as the rights say it. */
final class Operations {

    /** Those that are no part of the flow. */
    private static final Set<Principal> OTHERS =
            Set.of(Principal.SETUP, Principal.DESK, Principal.OPERATOR, Principal.REGISTRY);

    private Operations() {}

    static void addAll(ObjectNode operations) {
        for (Grant grant : Grants.all()) {
            if (!OTHERS.contains(grant.principal()) && isOfOneTopic(grant)) {
                add(operations, grant, AclOperation.WRITE, "send");
                add(operations, grant, AclOperation.READ, "receive");
            }
        }
    }

    private static boolean isOfOneTopic(Grant grant) {
        return grant.on().resourceType() == ResourceType.TOPIC
                && grant.on().patternType() == PatternType.LITERAL
                && Topics.ALL.stream().anyMatch(topic -> topic.name().equals(grant.on().name()));
    }

    private static void add(ObjectNode operations, Grant grant, AclOperation right, String action) {
        if (!grant.operations().contains(right)) {
            return;
        }
        String channel = Channels.id(grant.on().name());
        String service = grant.principal().word();
        String id = action + "." + service + "." + channel;
        ObjectNode operation = operations.putObject(id);
        operation.put("action", action);
        operation.putObject("channel").put("$ref", "#/channels/" + channel);
        operation.put(
                "summary",
                service + (action.equals("send") ? " writes " : " reads ") + grant.on().name());
        if (action.equals("receive")) {
            groups(operation, grant.principal());
        }
    }

    /** The consumer groups of the service; one that keeps its place elsewhere has none. */
    private static void groups(ObjectNode operation, Principal principal) {
        List<ResourcePattern> groups =
                Grants.all().stream()
                        .filter(grant -> grant.principal() == principal)
                        .filter(grant -> grant.on().resourceType() == ResourceType.GROUP)
                        .filter(grant -> grant.operations().contains(AclOperation.READ))
                        .map(Grant::on)
                        .toList();
        if (groups.isEmpty()) {
            return;
        }
        ObjectNode kafka = operation.putObject("bindings").putObject("kafka");
        ObjectNode groupId = kafka.putObject("groupId").put("type", "string");
        if (groups.stream().allMatch(group -> group.patternType() == PatternType.LITERAL)) {
            var allowed = groupId.putArray("enum");
            groups.forEach(group -> allowed.add(group.name()));
        } else {
            groupId.put("pattern", pattern(groups));
        }
        kafka.put("bindingVersion", Channels.BINDING_VERSION);
    }

    private static String pattern(List<ResourcePattern> groups) {
        return groups.stream()
                .map(group ->
                        group.name() + (group.patternType() == PatternType.PREFIXED ? ".+" : ""))
                .collect(Collectors.joining("|", "^(", ")$"));
    }
}
