package io.broadsheet.ingest.publish;

import io.broadsheet.schemas.registry.RegistryUnavailableException;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/** Tells what passes from what somebody has to mend. */
public final class Outages {

    private Outages() {}

    /** What only somebody's hand can mend is no outage. To be fenced is: another begins anew. */
    public static boolean isOutage(KafkaException e) {
        return switch (e) {
            case RegistryUnavailableException _ -> true;
            case SerializationException _ -> false;
            case AuthenticationException _ -> false;
            case AuthorizationException _ -> false;
            case UnsupportedVersionException _ -> false;
            default -> true;
        };
    }
}
