package io.broadsheet.ingest.format.frontmatter;

import io.broadsheet.ingest.format.frontmatter.FrontMatterValue.Absent;
import io.broadsheet.ingest.format.frontmatter.FrontMatterValue.Fields;
import io.broadsheet.ingest.format.frontmatter.FrontMatterValue.Items;
import io.broadsheet.ingest.format.frontmatter.FrontMatterValue.Text;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Builds values from YAML events as they come, with a stack of its own and never the thread's. No
 * object is constructed and no tag obeyed. Aliases are shared, yet each use counts as a copy, so
 * that whoever writes the values out later does bounded work.
 */
final class YamlTree {

    static final int DEPTH_MAX = 32;

    /** Characters of all scalars, aliases written out, and sixteen for each node. */
    static final int COST_MAX = 1024 * 1024;

    private static final int NODE_COST = 16;
    private static final int ANCHORS_MAX = 1_000;

    private static final Set<String> HARMLESS_TAGS =
            Set.of(
                    "!",
                    "tag:yaml.org,2002:str",
                    "tag:yaml.org,2002:int",
                    "tag:yaml.org,2002:float",
                    "tag:yaml.org,2002:bool",
                    "tag:yaml.org,2002:null",
                    "tag:yaml.org,2002:timestamp",
                    "tag:yaml.org,2002:seq",
                    "tag:yaml.org,2002:map",
                    "tag:yaml.org,2002:omap",
                    "tag:yaml.org,2002:set");

    private record Anchored(FrontMatterValue value, int cost) {}

    /** A list or map that is not closed yet. */
    private static final class Open {
        private final boolean map;
        private final @Nullable String anchor;
        private final int costBefore;
        private final List<FrontMatterValue> items = new ArrayList<>();
        private final List<FrontMatterEntry> entries = new ArrayList<>();
        private Optional<String> key = Optional.empty();
        private int keyLine;

        Open(boolean map, @Nullable String anchor, int costBefore) {
            this.map = map;
            this.anchor = anchor;
            this.costBefore = costBefore;
        }
    }

    private final int firstLine;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<String, Anchored> anchors = new HashMap<>();
    private int cost;
    private Optional<FrontMatterValue> root = Optional.empty();
    private Optional<YamlReading> verdict = Optional.empty();

    /**
     * @param firstLine line of the document at which the YAML begins
     */
    YamlTree(int firstLine) {
        this.firstLine = firstLine;
    }

    /** Takes the next event; after this {@link #verdict()} may say that it was the last. */
    void take(Event event) {
        switch (event) {
            case ScalarEvent scalar -> scalar(scalar);
            case CollectionStartEvent start -> start(start);
            case AliasEvent alias -> alias(alias);
            default -> end(event);
        }
        if (cost > COST_MAX) {
            limit("aliases and text come to more than " + COST_MAX + " characters");
        }
    }

    /** Why to stop before the end, if so. */
    Optional<YamlReading> verdict() {
        return verdict;
    }

    /** The whole, after the last event. */
    YamlReading result() {
        if (verdict.isPresent()) {
            return verdict.get();
        }
        return switch (root.orElseGet(Absent::new)) {
            case Fields(var entries) -> new YamlReading.Read(entries);
            case Absent _ -> new YamlReading.Read(List.of());
            case Text _, Items _ -> new YamlReading.Broken(firstLine, 1, "not a map of keys");
        };
    }

    private void scalar(ScalarEvent event) {
        check(event.getTag());
        cost += NODE_COST + event.getValue().length();
        FrontMatterValue value =
                event.isPlain() && isNull(event.getValue())
                        ? new Absent()
                        : new Text(event.getValue());
        Open parent = open.peek();
        if (parent != null && parent.map && parent.key.isEmpty()) {
            parent.key = Optional.of(event.getValue());
            parent.keyLine = line(event.getStartMark());
        } else {
            close(event, value, cost - NODE_COST - event.getValue().length());
        }
    }

    private static boolean isNull(String plain) {
        return switch (plain) {
            case "", "~", "null", "Null", "NULL" -> true;
            default -> false;
        };
    }

    private void start(CollectionStartEvent event) {
        check(event.getTag());
        Open parent = open.peek();
        if (open.size() == DEPTH_MAX) {
            limit("depth exceeds " + DEPTH_MAX);
        } else if (parent != null && parent.map && parent.key.isEmpty()) {
            broken(event, "a key that is not text");
        } else {
            boolean map = event.getEventId() == Event.ID.MappingStart;
            open.push(new Open(map, anchor(event), cost));
            cost += NODE_COST;
        }
    }

    private void alias(AliasEvent event) {
        Anchored anchored = anchors.get(event.getAlias().getValue());
        if (anchored == null) {
            boolean recursive =
                    open.stream().anyMatch(o -> event.getAlias().getValue().equals(o.anchor));
            if (recursive) {
                limit("an alias inside what it stands for");
            } else {
                broken(event, "an alias of nothing");
            }
            return;
        }
        Open parent = open.peek();
        if (parent != null && parent.map && parent.key.isEmpty()) {
            broken(event, "an alias as a key");
            return;
        }
        cost += anchored.cost;
        attach(anchored.value);
    }

    private void end(Event event) {
        if (event.getEventId() == Event.ID.DocumentStart && root.isPresent()) {
            broken(event, "a second document");
        }
        if (event.getEventId() != Event.ID.MappingEnd
                && event.getEventId() != Event.ID.SequenceEnd) {
            return;
        }
        Open closed = open.pop();
        FrontMatterValue value =
                closed.map
                        ? new Fields(List.copyOf(closed.entries))
                        : new Items(List.copyOf(closed.items));
        remember(closed.anchor, value, cost - closed.costBefore);
        attach(value);
    }

    private void close(ScalarEvent event, FrontMatterValue value, int costBefore) {
        remember(anchor(event), value, cost - costBefore);
        attach(value);
    }

    private void remember(@Nullable String anchor, FrontMatterValue value, int size) {
        if (anchor != null) {
            anchors.put(anchor, new Anchored(value, size));
        }
        if (anchors.size() > ANCHORS_MAX) {
            limit("more than " + ANCHORS_MAX + " anchors");
        }
    }

    private void attach(FrontMatterValue value) {
        Open parent = open.peek();
        if (parent == null) {
            root = Optional.of(value);
        } else if (parent.map) {
            String key = parent.key.orElse("");
            parent.entries.add(new FrontMatterEntry(key, value, parent.keyLine));
            parent.key = Optional.empty();
        } else {
            parent.items.add(value);
        }
    }

    private void check(Optional<String> tag) {
        tag.filter(t -> !HARMLESS_TAGS.contains(t))
                .ifPresent(t -> limit("the tag " + t + " asks for an object"));
    }

    private void limit(String detail) {
        if (verdict.isEmpty()) {
            verdict = Optional.of(new YamlReading.OverLimit(detail));
        }
    }

    private void broken(Event event, String problem) {
        int column = event.getStartMark().map(m -> m.getColumn() + 1).orElse(1);
        if (verdict.isEmpty()) {
            int line = line(event.getStartMark());
            verdict = Optional.of(new YamlReading.Broken(line, column, problem));
        }
    }

    private int line(Optional<Mark> mark) {
        return firstLine + mark.map(Mark::getLine).orElse(0);
    }

    private static @Nullable String anchor(NodeEvent event) {
        return event.getAnchor().map(a -> a.getValue()).orElse(null);
    }
}
