package io.broadsheet.app.access;

import io.broadsheet.operate.cluster.Answers;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourcePatternFilter;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A cluster's users and rules, as an administrator sees them. Each call throws what Kafka answers,
 * such as {@link org.apache.kafka.common.errors.SecurityDisabledException} where it asks nobody.
 *
 * @param admin with the right to alter the cluster
 */
public record Gate(Admin admin) {

    /** Twice Kafka's least: SCRAM is as slow to guess as it has iterations. */
    private static final int ITERATIONS = 8192;

    /** Makes users, or gives them new passwords. */
    public void admit(Map<Principal, String> passwords) {
        List<UserScramCredentialAlteration> users =
                passwords.entrySet().stream()
                        .<UserScramCredentialAlteration>map(entry ->
                                new UserScramCredentialUpsertion(
                                        entry.getKey().word(),
                                        new ScramCredentialInfo(
                                                ScramMechanism.SCRAM_SHA_512, ITERATIONS),
                                        entry.getValue()))
                        .toList();
        Answers.of(admin.alterUserScramCredentials(users).all(), "making the users");
    }

    /** Makes the rules; those that are there stay. */
    public void allow(List<Grant> grants) {
        Answers.of(admin.createAcls(rules(grants)).all(), "making the rules");
    }

    /** Rules for these principals that are not among these grants. */
    public List<AclBinding> surplus(List<Grant> grants) {
        Set<AclBinding> known = new HashSet<>(rules(grants));
        return grants.stream()
                .map(Grant::principal)
                .distinct()
                .flatMap(principal -> rulesFor(principal).stream())
                .filter(rule -> !known.contains(rule))
                .toList();
    }

    private List<AclBinding> rulesFor(Principal principal) {
        var filter =
                new AclBindingFilter(
                        ResourcePatternFilter.ANY,
                        new AccessControlEntryFilter(
                                principal.inRules(),
                                null,
                                AclOperation.ANY,
                                AclPermissionType.ANY));
        return List.copyOf(Answers.of(admin.describeAcls(filter).values(), "reading the rules"));
    }

    private static List<AclBinding> rules(List<Grant> grants) {
        return grants.stream().flatMap(grant -> grant.rules().stream()).toList();
    }
}
