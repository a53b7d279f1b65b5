package io.broadsheet.ingest.format.frontmatter;

import io.broadsheet.ingest.format.frontmatter.FrontMatterValue.Absent;
import io.broadsheet.ingest.format.frontmatter.FrontMatterValue.Fields;
import io.broadsheet.ingest.format.frontmatter.FrontMatterValue.Items;
import io.broadsheet.ingest.format.frontmatter.FrontMatterValue.Text;
import io.broadsheet.v1.Agent;
import io.broadsheet.v1.Basis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Authors as given: a name, a map with a name, or a list of either. Names are never split. */
final class Authors {

    private Authors() {}

    static Optional<List<Agent>> of(FrontMatterEntry entry) {
        List<Agent> agents = new ArrayList<>();
        collect(entry.value(), agents);
        return agents.isEmpty() ? Optional.empty() : Optional.of(agents);
    }

    private static void collect(FrontMatterValue value, List<Agent> agents) {
        switch (value) {
            case Absent _ -> {}
            case Text(String name) -> named(name).ifPresent(a -> agents.add(a.build()));
            case Items(var items) -> items.forEach(item -> collect(item, agents));
            case Fields(var entries) -> detailed(entries).ifPresent(agents::add);
        }
    }

    private static Optional<Agent> detailed(List<FrontMatterEntry> entries) {
        return find(entries, "name", "nick", "display_name")
                .flatMap(Authors::named)
                .map(agent ->
                        agent.setUri(find(entries, "url", "uri", "link", "home").orElse(null))
                                .setEmail(find(entries, "email", "mail").orElse(null))
                                .build());
    }

    private static Optional<Agent.Builder> named(String name) {
        return name.isBlank()
                ? Optional.empty()
                : Optional.of(
                        Agent.newBuilder().setName(Braces.decode(name)).setBasis(Basis.DECLARED));
    }

    private static Optional<String> find(List<FrontMatterEntry> entries, String... keys) {
        for (String key : keys) {
            for (FrontMatterEntry entry : entries) {
                if (entry.key().equalsIgnoreCase(key) && entry.value().text().isPresent()) {
                    return entry.value().text();
                }
            }
        }
        return Optional.empty();
    }
}
