package io.broadsheet.ingest.format.feed.xml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;

import org.codehaus.stax2.XMLInputFactory2;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML event by event. No DTD is ever read and no entity is looked up. */
public final class XmlStream {

    private static final int BUFFER_CHARS = 64_000;

    private static final WstxInputFactory FACTORY = factory();

    private XmlStream() {}

    /**
     * Opens a text; the caller closes it.
     *
     * @param root where the tag of the root begins
     * @throws XMLStreamException if that is no XML
     */
    public static XMLStreamReader open(String text, int root) throws XMLStreamException {
        var reader = new StringReader(text);
        try {
            reader.skip(root);
        } catch (IOException e) {
            throw new XMLStreamException(e);
        }
        return FACTORY.createXMLStreamReader(reader);
    }

    /**
     * Opens bytes in UTF-8; the caller closes it. Bytes that are none are an exception where they
     * stand.
     *
     * @param root where the tag of the root begins
     * @throws XMLStreamException if that is no XML
     */
    static XMLStreamReader openUtf8(byte[] bytes, int root) throws XMLStreamException {
        var in = new ByteArrayInputStream(bytes, root, bytes.length - root);
        return FACTORY.createXMLStreamReader(in, StandardCharsets.UTF_8.name());
    }

    private static WstxInputFactory factory() {
        var factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // Else what is wrong with a text is thrown unchecked where it is asked for.
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_INPUT_BUFFER_LENGTH, BUFFER_CHARS);
        factory.setProperty(
                WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, Growth.ATTRIBUTES_MAX + 1);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, Growth.ATTRIBUTE_CHARS_MAX);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, Growth.LENIENT_DEPTH_MAX);
        return factory;
    }
}
