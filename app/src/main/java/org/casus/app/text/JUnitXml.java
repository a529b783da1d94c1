package org.casus.app.text;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.casus.app.run.Clean;
import org.casus.app.run.StudyAnswer;
import org.casus.scenario.Claim;
import org.casus.study.Verdict;

/// Verdicts as JUnit XML, which systems for continuous integration read: each claim is a test.
///
/// A claim of severity `error` that fails is a failure; one that could be worked out in no world is an error;
/// what is untestable is skipped. All others pass, with the verdict in their output. No times are written:
/// the same question gives the same bytes.
public final class JUnitXml {

    private JUnitXml() {}

    public static String of(StudyAnswer answer) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            suite(xml, answer);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory", e);
        }
        return text + "\n";
    }

    /// Whether `verdict` makes a test fail.
    public static boolean fails(Claim claim, Verdict verdict) {
        return verdict.kind() == Verdict.Kind.FAILS && claim.severity() == Claim.Severity.ERROR;
    }

    private static boolean unsolved(Verdict verdict) {
        return verdict.worlds() == 0 && verdict.failed() > 0;
    }

    private static void suite(XMLStreamWriter xml, StudyAnswer answer) throws XMLStreamException {
        List<Claim> claims = answer.study().claims();
        List<Verdict> verdicts = answer.verdicts();
        int failures = 0;
        int errors = 0;
        int skipped = 0;
        for (int k = 0; k < claims.size(); k++) {
            failures += fails(claims.get(k), verdicts.get(k)) ? 1 : 0;
            errors += unsolved(verdicts.get(k)) ? 1 : 0;
            skipped += skipped(verdicts.get(k)) ? 1 : 0;
        }
        xml.writeStartElement("testsuites");
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", answer.about().scenario());
        xml.writeAttribute("tests", Integer.toString(claims.size()));
        xml.writeAttribute("failures", Integer.toString(failures));
        xml.writeAttribute("errors", Integer.toString(errors));
        xml.writeAttribute("skipped", Integer.toString(skipped));
        properties(xml, answer.about());
        for (int k = 0; k < claims.size(); k++) {
            test(xml, claims.get(k), verdicts.get(k), answer);
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeEndElement();
    }

    private static void properties(XMLStreamWriter xml, StudyAnswer.About about) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("properties");
        property(xml, "version", about.version());
        property(xml, "hash", about.hash());
        property(xml, "seed", Long.toString(about.seed()));
        property(xml, "worlds", Integer.toString(about.worlds()));
        xml.writeCharacters("\n    ");
        xml.writeEndElement();
    }

    private static void property(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeCharacters("\n      ");
        xml.writeEmptyElement("property");
        xml.writeAttribute("name", name);
        xml.writeAttribute("value", value);
    }

    private static boolean skipped(Verdict verdict) {
        return verdict.kind() == Verdict.Kind.UNTESTABLE && !unsolved(verdict);
    }

    private static void test(XMLStreamWriter xml, Claim claim, Verdict verdict, StudyAnswer answer)
            throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", answer.about().scenario());
        xml.writeAttribute("name", claim.id());
        xml.writeCharacters("\n      ");
        String says = Clean.text(claim.says());
        String test = Clean.text(claim.text());
        String verdictText = told(claim, verdict, answer);
        if (fails(claim, verdict)) {
            element(xml, "failure", verdictText, says + "\n" + test);
        } else if (unsolved(verdict)) {
            element(xml, "error", verdictText, says + "\n" + test);
        } else if (skipped(verdict)) {
            xml.writeEmptyElement("skipped");
            xml.writeAttribute("message", verdictText);
        } else {
            xml.writeStartElement("system-out");
            xml.writeCharacters(verdictText + "\n" + says + "\n" + test);
            xml.writeEndElement();
        }
        xml.writeCharacters("\n    ");
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String message, String text)
            throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeAttribute("message", message);
        xml.writeAttribute("type", name.equals("failure") ? "fails" : "unsolved");
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static String told(Claim claim, Verdict verdict, StudyAnswer answer) {
        String share = Double.isNaN(verdict.share()) ? "" : " in " + Spread.share(verdict.share()) + " of worlds";
        String effect = Effects.of(claim, verdict, answer.study().scenario());
        String kind = verdict.kind().name().toLowerCase(Locale.ROOT);
        return Clean.text(kind
                + (share.isEmpty() ? "" : ", true" + share)
                + (effect.isEmpty() ? "" : ", " + effect)
                + verdict.reason().map(reason -> ": " + reason).orElse(""));
    }
}
