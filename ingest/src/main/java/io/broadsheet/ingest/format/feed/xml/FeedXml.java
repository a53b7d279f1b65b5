package io.broadsheet.ingest.format.feed.xml;

import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.runtime.failure.SafeText;

import java.util.Optional;

import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;

/** Reads XML as strictly as it allows: first as XML, and if it is not, as far as it can be read. */
public final class FeedXml {

    private static final int PROBLEM_CHARS_MAX = 200;

    private FeedXml() {}

    /**
     * A tree or a rejection, for any text whatsoever.
     *
     * @param prolog of that text
     * @param base what relative references in it are relative to
     */
    public static XmlReading read(String text, Prolog prolog, String base) {
        if (prolog.entitiesAt().isPresent()) {
            return doctype(text, prolog.entitiesAt().get());
        }
        try {
            return new XmlReading.Tree(StrictXml.read(text, prolog.root(), base), "", false);
        } catch (XmlLimitException e) {
            return refused(FailureCode.XML_LIMIT, message(e));
        } catch (XMLStreamException e) {
            String rest = text.substring(prolog.root());
            return lenient(rest, base, problem(e, lines(text, prolog.root())));
        }
    }

    /**
     * A tree of bytes in UTF-8; empty if they are not exactly that, or not well-formed: then their
     * text has to be read.
     *
     * @param prolog of the bytes, each taken for a character
     */
    public static Optional<XmlReading.Tree> readUtf8(byte[] bytes, Prolog prolog, String base) {
        if (prolog.entitiesAt().isPresent()) {
            return Optional.empty();
        }
        try {
            XmlElement root = StrictXml.readUtf8(bytes, prolog.root(), base);
            return Optional.of(new XmlReading.Tree(root, "", false));
        } catch (XMLStreamException e) {
            // Whatever it is, who reads the text will say it, and mend it if it can be mended.
            return Optional.empty();
        }
    }

    private static XmlReading doctype(String text, int at) {
        return refused(
                FailureCode.XML_DOCTYPE_FORBIDDEN,
                "entities must not be declared in a document type (line %d)"
                        .formatted(lines(text, at) + 1));
    }

    private static XmlReading lenient(String text, String base, String problem) {
        try {
            Optional<XmlElement> root = LenientXml.read(text, base);
            return root.<XmlReading>map(tree -> new XmlReading.Tree(tree, problem, CutOff.is(text)))
                    .orElseGet(() -> refused(FailureCode.PARSE_XML, problem));
        } catch (XmlLimitException e) {
            return refused(FailureCode.XML_LIMIT, message(e));
        }
    }

    private static XmlReading refused(FailureCode code, String detail) {
        return new XmlReading.Refused(new Rejection(code, detail));
    }

    /** "line:column: what", without the text that it happened in. */
    private static String problem(XMLStreamException e, int linesBefore) {
        Location location = e.getLocation();
        String message = message(e).lines().findFirst().orElse("not well-formed");
        String where =
                location == null
                        ? ""
                        : "%d:%d: "
                                .formatted(
                                        location.getLineNumber() + linesBefore,
                                        location.getColumnNumber());
        return where + SafeText.cut(message, PROBLEM_CHARS_MAX);
    }

    private static String message(XMLStreamException e) {
        return Optional.ofNullable(e.getMessage()).orElse("not well-formed");
    }

    private static int lines(String text, int to) {
        int lines = 0;
        for (int i = 0; i < to; i++) {
            lines += text.charAt(i) == '\n' ? 1 : 0;
        }
        return lines;
    }
}
