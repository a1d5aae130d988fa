package io.dorsal.fhir.http;

import io.dorsal.fhir.Issue;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What we do not let pass in XML: a document type, whose entities may be endless or lead anywhere, endless depth, and
 * several values of one element.
 */
public final class StrictXmlBody {

    private static final int DEEPEST = 32;

    /** What is given a number in expressions. */
    private static final Set<String> REPEATING = Set.of("item", "answer");

    private StrictXmlBody() {}

    /** What is wrong with the form of a body. */
    public static List<Issue> issues(String text) {
        // The only way to declare an entity, and nothing that a resource needs within its texts.
        if (text.contains("<!DOCTYPE") || text.contains("<!ENTITY")) {
            return List.of(malformed("The body must have no document type."));
        }
        try {
            return issues(factory().createXMLStreamReader(new StringReader(text)));
        } catch (XMLStreamException e) {
            return List.of(malformed("The body is no well-formed XML."));
        }
    }

    private static List<Issue> issues(XMLStreamReader xml) throws XMLStreamException {
        List<Issue> issues = new ArrayList<>();
        Deque<Place> places = new ArrayDeque<>();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                Place parent = places.peek();
                places.push(Place.of(parent, name));
                if (places.size() > DEEPEST) {
                    return List.of(malformed("The body is nested too deeply."));
                }
                if (parent != null && parent.hasAnotherValue(name)) {
                    issues.add(Issue.structure(StrictJsonBody.ONE_VALUE, parent.expression()));
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                places.pop();
            }
        }
        return issues;
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

    /** An element that is open, and how many of each name it has had. */
    private record Place(String expression, Map<String, Integer> children) {

        static Place of(@Nullable Place parent, String name) {
            if (parent == null) {
                return new Place(StrictJsonBody.plain(name), new HashMap<>());
            }
            int index = parent.children.merge(name, 1, Integer::sum) - 1;
            String number = REPEATING.contains(name) ? "[" + index + "]" : "";
            return new Place(parent.expression + "." + StrictJsonBody.plain(name) + number, new HashMap<>());
        }

        /** Whether a child, which is counted, is a value beside another. */
        boolean hasAnotherValue(String name) {
            boolean isValue = StrictJsonBody.VALUE.matcher(name).matches();
            return isValue
                    && children.entrySet().stream()
                                    .filter(child -> StrictJsonBody.VALUE
                                            .matcher(child.getKey())
                                            .matches())
                                    .mapToInt(Map.Entry::getValue)
                                    .sum()
                            > 1;
        }
    }
}
