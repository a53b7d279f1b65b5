package io.broadsheet.app.pipeline;

import io.broadsheet.desk.flow.Health;
import io.broadsheet.desk.flow.ServiceHealth;
import io.broadsheet.runtime.service.Service;
import io.broadsheet.runtime.service.ServiceStack;

import java.util.List;

/** How the services of this process are, as {@code /ready} tells. */
record StackHealth(ServiceStack services) implements Health {

    @Override
    public List<ServiceHealth> now() {
        return services.services().reversed().stream().map(StackHealth::health).toList();
    }

    private static ServiceHealth health(Service service) {
        return service.notReady()
                .map(why -> new ServiceHealth(service.name(), false, why))
                .orElseGet(() -> new ServiceHealth(service.name(), true, "works"));
    }
}
