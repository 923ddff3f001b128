package dev.coalmine.bot.webhooks;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Rundeck's notification as XML, which is its default. A document type is refused: it could name files and addresses. */
final class RundeckXml {

    private RundeckXml() {}

    static RundeckRun read(String text) {
        var notification = parse(text);
        var run = child(child(notification, "executions"), "execution");
        if (!notification.getTagName().equals("notification") || run == null) {
            throw new Unreadable("The XML is no notification of Rundeck's.");
        }
        var job = child(run, "job");
        return new RundeckRun(
                attribute(notification, "trigger"),
                Json.first(attribute(notification, "status"), attribute(run, "status")),
                execution(notification, run),
                Json.first(attribute(run, "project"), words(child(job, "project"))),
                words(child(job, "group")),
                words(child(job, "name")),
                words(child(run, "user")),
                option(job),
                Json.first(attribute(run, "permalink"), attribute(run, "href")),
                time(child(run, "date-started")),
                time(child(run, "date-ended")));
    }

    private static Element parse(String text) {
        try {
            var builder = builder();
            // It would print what it thinks of the body.
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
        } catch (SAXException | IOException notXml) {
            throw new Unreadable("The body is not XML that is taken; a document type is not.");
        }
    }

    private static DocumentBuilder builder() {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setExpandEntityReferences(false);
            return factory.newDocumentBuilder();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("Every Java can refuse document types.", impossible);
        }
    }

    private static String execution(Element notification, Element run) {
        var id = Json.first(attribute(run, "id"), attribute(notification, "executionId"));
        if (id == null) {
            throw new Unreadable("The execution has no id.");
        }
        return id;
    }

    /** The value of the job's option of the name “service”. */
    private static @Nullable String option(@Nullable Element job) {
        var options = child(job, "options");
        for (var node = options == null ? null : options.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element option && "service".equals(attribute(option, "name"))) {
                return attribute(option, "value");
            }
        }
        return null;
    }

    private static Optional<Instant> time(@Nullable Element date) {
        return Optional.ofNullable(date)
                .map(it -> Json.first(attribute(it, "unixtime"), words(it)))
                .flatMap(Times::read);
    }

    private static @Nullable Element child(@Nullable Element parent, String name) {
        for (var node = parent == null ? null : parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                return element;
            }
        }
        return null;
    }

    private static @Nullable String attribute(Element element, String name) {
        var value = element.getAttribute(name).strip();
        return value.isEmpty() ? null : value;
    }

    private static @Nullable String words(@Nullable Element element) {
        var words = element == null ? "" : element.getTextContent().strip();
        return words.isEmpty() ? null : words;
    }
}
