package io.broadsheet.schemas.contract;

import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.registry.Compatibility;
import io.broadsheet.schemas.registry.SchemaRegistry;
import io.broadsheet.schemas.registry.SchemaUnknownException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Registers the schemas of topics, and says what is missing. Every method may throw a {@link
 * io.broadsheet.schemas.registry.RegistryException}.
 *
 * @param registry where
 */
public record ContractSchemas(SchemaRegistry registry) {

    /** The rule of every subject of the contract. */
    private static final Compatibility RULE = Compatibility.FULL_TRANSITIVE;

    /**
     * Sets the subject's rule and registers its schema; what is there already stays as it is.
     *
     * @return the id of the schema
     * @throws io.broadsheet.schemas.registry.SchemaIncompatibleException if versions that the
     *     subject has forbid it
     */
    public int register(Topic<?> topic) {
        if (registry.compatibility(topic.subject()) != RULE) {
            registry.setCompatibility(topic.subject(), RULE);
        }
        return registry.register(topic.subject(), topic.schema());
    }

    /** How each topic's subject stands, in the order of the topics; changes nothing. */
    public Map<Topic<?>, SubjectState> check(List<Topic<?>> topics) {
        Map<Topic<?>, SubjectState> states = new LinkedHashMap<>();
        topics.forEach(topic -> states.put(topic, check(topic)));
        return states;
    }

    /** The subjects of these topics that do not have today's schema. */
    public List<String> missing(List<Topic<?>> topics) {
        return topics.stream().filter(topic -> idOf(topic).isEmpty()).map(Topic::subject).toList();
    }

    /** How a topic's subject stands; changes nothing. */
    public SubjectState check(Topic<?> topic) {
        Optional<Integer> id = idOf(topic);
        if (id.isEmpty()) {
            return registry.accepts(topic.subject(), topic.schema())
                    ? new SubjectState.Missing()
                    : new SubjectState.Incompatible();
        }
        Compatibility rule = registry.compatibility(topic.subject());
        return rule == RULE
                ? new SubjectState.Registered(id.get())
                : new SubjectState.OtherRule(rule);
    }

    private Optional<Integer> idOf(Topic<?> topic) {
        try {
            return Optional.of(registry.idOf(topic.subject(), topic.schema()));
        } catch (SchemaUnknownException e) {
            return Optional.empty();
        }
    }
}
