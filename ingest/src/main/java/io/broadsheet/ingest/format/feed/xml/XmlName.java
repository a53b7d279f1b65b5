package io.broadsheet.ingest.format.feed.xml;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The name of an element.
 *
 * @param vocabulary whose word it is
 * @param namespace as declared; blank if none is
 * @param written with its prefix, as written
 * @param lower its local part in lower case
 * @param key for keys of extensions
 */
record XmlName(Vocabulary vocabulary, String namespace, String written, String lower, String key) {

    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    /** The names of one document, each made once. */
    static final class Names {

        private record Written(String namespace, String prefix, String local) {}

        private final Map<Written, XmlName> known = new HashMap<>();
        private String root = "";

        /** The namespace of the root: what is in it and unknown is the feed's own. */
        void root(String namespace) {
            root = namespace;
        }

        XmlName of(String namespace, String prefix, String local) {
            return known.computeIfAbsent(
                    new Written(namespace, prefix, local), w -> named(w, vocabulary(w)));
        }

        private Vocabulary vocabulary(Written written) {
            boolean undeclared = written.namespace.isEmpty() || written.namespace.equals(XML);
            if (!written.prefix.isEmpty() && undeclared) {
                return Vocabulary.ofPrefix(written.prefix);
            }
            Vocabulary found = Vocabulary.ofNamespace(written.namespace);
            boolean own = found == Vocabulary.OTHER && written.namespace.equals(root);
            return own ? Vocabulary.CORE : found;
        }

        private static XmlName named(Written written, Vocabulary vocabulary) {
            String prefix = vocabulary == Vocabulary.OTHER ? written.prefix : vocabulary.key();
            return new XmlName(
                    vocabulary,
                    written.namespace,
                    written.prefix.isEmpty() ? written.local : written.prefix + ":" + written.local,
                    written.local.toLowerCase(Locale.ROOT),
                    prefix.isEmpty() ? written.local : prefix + ":" + written.local);
        }
    }
}
