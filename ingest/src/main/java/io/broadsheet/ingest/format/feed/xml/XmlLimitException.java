package io.broadsheet.ingest.format.feed.xml;

import java.io.Serial;

import javax.xml.stream.XMLStreamException;

/** A document is over a limit: it is not read leniently either. */
final class XmlLimitException extends XMLStreamException {

    @Serial private static final long serialVersionUID = 1L;

    XmlLimitException(String what, int max) {
        super(what + " exceeds " + max);
    }
}
