package io.broadsheet.ingest.format.feed.xml;

import io.broadsheet.web.url.NormalizedUrl;

import java.util.List;

/**
 * What elements inherit (XML Base, XML 1.0 section 2.12).
 *
 * @param base what relative references are relative to; blank if nobody says
 * @param declared whether an {@code xml:base} is in force
 * @param language {@code xml:lang}; blank if there is none
 */
record Scope(String base, boolean declared, String language) {

    static Scope ofDocument(String base) {
        return new Scope(base, false, "");
    }

    Scope with(List<XmlElement.Attribute> attributes) {
        if (attributes.isEmpty()) {
            return this;
        }
        Scope scope = this;
        for (XmlElement.Attribute attribute : attributes) {
            switch (attribute.name()) {
                case "xml:base" -> scope = scope.withBase(attribute.value().strip());
                case "xml:lang" -> scope = scope.withLanguage(attribute.value().strip());
                default -> {
                    // Nothing that is inherited.
                }
            }
        }
        return scope;
    }

    /** An empty one means the base that is in force already. */
    private Scope withBase(String written) {
        return written.isEmpty()
                ? this
                : new Scope(NormalizedUrl.resolve(base, written).orElse(written), true, language);
    }

    private Scope withLanguage(String written) {
        return new Scope(base, declared, written);
    }
}
