package io.dorsal.intake.fhir.http;

import io.dorsal.intake.fhir.Issue;
import java.io.StringReader;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What we do not let pass in XML: a document type, whose entities may be endless or lead anywhere, and endless depth. */
final class StrictXmlBody {

    private static final int DEEPEST = 32;

    private StrictXmlBody() {}

    static List<Issue> issues(String text) {
        // The only way to declare an entity, and nothing that a resource needs within its texts.
        if (text.contains("<!DOCTYPE") || text.contains("<!ENTITY")) {
            return List.of(malformed("The body must have no document type."));
        }
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new StringReader(text));
            int depth = 0;
            while (xml.hasNext()) {
                int event = xml.next();
                depth += event == XMLStreamConstants.START_ELEMENT
                        ? 1
                        : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
                if (depth > DEEPEST) {
                    return List.of(malformed("The body is nested too deeply."));
                }
            }
            return List.of();
        } catch (XMLStreamException e) {
            return List.of(malformed("The body is no well-formed XML."));
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private static Issue malformed(String text) {
        return new Issue("structure", text, null);
    }
}
