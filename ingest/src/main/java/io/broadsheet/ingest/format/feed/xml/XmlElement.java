package io.broadsheet.ingest.format.feed.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An element with all that is in it. Names are matched without regard to case, because feeds are
 * written by hand; what is kept is kept as written.
 */
public final class XmlElement {

    /** One attribute, its name with the prefix as written. */
    public record Attribute(String name, String value) {}

    private final XmlName name;
    private final List<Attribute> attributes;
    private final Scope scope;
    private final List<Object> nodes = new ArrayList<>(4);
    private int elements;

    XmlElement(XmlName name, List<Attribute> attributes, Scope scope) {
        this.name = name;
        this.attributes = attributes;
        this.scope = scope;
    }

    /** An element to be, with the base and language of its parent unless it has its own. */
    static XmlElement inside(Scope parent, XmlName name, List<Attribute> attributes) {
        return new XmlElement(name, attributes, parent.with(attributes));
    }

    void add(XmlElement child) {
        nodes.add(child);
        elements++;
    }

    void add(String text) {
        if (!text.isEmpty()) {
            nodes.add(text);
        }
    }

    /** Whose word it is. */
    public Vocabulary vocabulary() {
        return name.vocabulary();
    }

    /** The namespace as declared; blank if none is. */
    public String namespace() {
        return name.namespace();
    }

    /** Local name in lower case. */
    public String name() {
        return name.lower();
    }

    /** Name for keys of extensions: the usual prefix of its vocabulary, its local name. */
    public String key() {
        return name.key();
    }

    /** What its relative references are relative to; blank if nobody says. */
    public String base() {
        return scope.base();
    }

    /** Whether an {@code xml:base} is in force, not only the address of the document. */
    public boolean hasBase() {
        return scope.declared();
    }

    /** Its {@code xml:lang}, its own or inherited; blank if there is none. */
    public String language() {
        return scope.language();
    }

    Scope scope() {
        return scope;
    }

    XmlName xmlName() {
        return name;
    }

    /** In their order. */
    public List<Attribute> attributes() {
        return attributes;
    }

    /** The stripped value of an attribute, with or without a prefix; empty if it is blank. */
    public Optional<String> attribute(String wanted) {
        for (Attribute attribute : attributes) {
            if (isNamed(attribute.name(), wanted)) {
                String value = attribute.value().strip();
                return value.isEmpty() ? Optional.empty() : Optional.of(value);
            }
        }
        return Optional.empty();
    }

    private static boolean isNamed(String written, String wanted) {
        int from = written.length() - wanted.length();
        return from >= 0
                && written.regionMatches(true, from, wanted, 0, wanted.length())
                && (from == 0 || written.charAt(from - 1) == ':');
    }

    /** Whether there is markup in it, not only text. */
    public boolean hasElements() {
        return elements > 0;
    }

    /** The elements in it, not those in them. */
    public List<XmlElement> elements() {
        List<XmlElement> found = new ArrayList<>(elements);
        for (Object node : nodes) {
            if (node instanceof XmlElement element) {
                found.add(element);
            }
        }
        return found;
    }

    /** The first element of that name in it, of that vocabulary. */
    public Optional<XmlElement> child(Vocabulary vocabulary, String wanted) {
        for (Object node : nodes) {
            if (node instanceof XmlElement element && element.is(vocabulary, wanted)) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    /** Whether it is that element; {@code wanted} is in lower case. */
    public boolean is(Vocabulary vocabulary, String wanted) {
        return name.vocabulary() == vocabulary && name.lower().equals(wanted);
    }

    /** The text directly in it, stripped. */
    public String text() {
        String only = "";
        for (Object node : nodes) {
            if (node instanceof String part && !part.isBlank()) {
                if (!only.isEmpty()) {
                    return joined().strip();
                }
                only = part;
            }
        }
        return only.strip();
    }

    private String joined() {
        StringBuilder text = new StringBuilder();
        for (Object node : nodes) {
            if (node instanceof String part) {
                text.append(part);
            }
        }
        return text.toString();
    }

    /**
     * What it holds as its author meant it, stripped: its text, or its content as HTML where
     * somebody has forgotten to escape it.
     */
    public String value() {
        return hasElements() ? markup() : text();
    }

    /** Its content as HTML, stripped. */
    public String markup() {
        return Markup.inside(this).strip();
    }

    /** The element itself as XML, without declarations of namespaces. */
    public String outerMarkup() {
        return Markup.of(this);
    }

    List<Object> nodes() {
        return nodes;
    }
}
