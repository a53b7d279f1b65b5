package io.broadsheet.runtime.kafka;

import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.contract.ContractSchemas;
import io.broadsheet.schemas.registry.RegistryUnavailableException;
import io.broadsheet.schemas.registry.SchemaRegistry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Optional;

/** The schemas that a service needs before it starts, and that the registry does not have. */
public final class MissingSchemas {

    private static final Logger LOG = LoggerFactory.getLogger(MissingSchemas.class);

    private MissingSchemas() {}

    /**
     * What the schemas of these topics lack, for the operator; empty if nothing. A registry that
     * does not answer is no problem here: whoever needs it waits for it.
     */
    public static Optional<String> problem(SchemaRegistry registry, List<Topic<?>> topics) {
        try {
            List<String> missing = new ContractSchemas(registry).missing(topics);
            return missing.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            "missing schemas: "
                                    + String.join(", ", missing)
                                    + "; register them with `broadsheet schemas register`");
        } catch (RegistryUnavailableException e) {
            LOG.atWarn().addKeyValue("error", e.getMessage()).log("schemas are not checked");
            return Optional.empty();
        }
    }
}
