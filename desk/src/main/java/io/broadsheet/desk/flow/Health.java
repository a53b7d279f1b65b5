package io.broadsheet.desk.flow;

import java.util.List;

/** Knows how the services of this process are; of others, their groups tell. */
@FunctionalInterface
public interface Health {

    /** Of all that run here; empty where none does but the desk. */
    List<ServiceHealth> now();
}
