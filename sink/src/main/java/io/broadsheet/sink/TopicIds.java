package io.broadsheet.sink;

import org.apache.kafka.common.Uuid;

import java.util.Map;
import java.util.Set;

/** Asks the cluster which topic bears a name now: a topic made anew has another id (KIP-516). */
interface TopicIds {

    /**
     * The id of each topic.
     *
     * @throws org.apache.kafka.common.errors.RetriableException if it cannot be asked just now
     */
    Map<String, Uuid> of(Set<String> topics);
}
