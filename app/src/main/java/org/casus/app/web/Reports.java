package org.casus.app.web;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.casus.app.json.Json;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The brief as the browser gets it: a page of its own kind, in a frame without any right to the app around it.
final class Reports {

    static final String TOPIC = "report";

    static final String HTML_TYPE = "text/html; charset=utf-8";
    private static final String HTML = "html";
    /// What the brief needs and no more. The sandbox makes it a page of no origin: its script reaches neither the
    /// cookie nor the API. Only the app may frame it.
    private static final String POLICY = "sandbox allow-scripts; default-src 'none'; style-src 'unsafe-inline'; "
            + "script-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Reports() {}

    /// The result of the work: where the brief is handed out, and the brief.
    static ObjectNode document(Question question, String html) {
        var document = MAPPER.createObjectNode();
        document.put("url", address(question));
        document.put("bytes", html.getBytes(StandardCharsets.UTF_8).length);
        document.put(HTML, html);
        return document;
    }

    /// The same without the brief, for those who get it at its address.
    static String told(String document) {
        var node = (ObjectNode) MAPPER.readTree(document);
        node.remove(HTML);
        return Json.text(node);
    }

    /// The brief of such a result.
    static String page(String document) {
        return MAPPER.readTree(document).get(HTML).asString();
    }

    /// What stands in the brief's place where there is none, once the answer has begun.
    static String page(Refusal refusal) {
        return "<!DOCTYPE html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>No brief</title><p>"
                + escaped(refusal.sentence()) + "</p></html>\n";
    }

    /// Says what the brief may do, and what it is called where it is `kept` under the name of a scenario.
    static void protect(ServerResponse response, Optional<String> kept) {
        response.header(HeaderNames.create("Content-Security-Policy"), POLICY);
        kept.ifPresent(name -> response.header(
                HeaderNames.CONTENT_DISPOSITION,
                "attachment; filename=\"" + name.replaceAll("[^A-Za-z0-9._-]", "-") + "-brief.html\""));
    }

    private static String address(Question question) {
        var url = new StringBuilder(Api.ROOT + "/s/" + encoded(question.id()) + "/report/brief");
        char before = '?';
        for (String one : question.view().set()) {
            url.append(before).append("set=").append(encoded(one));
            before = '&';
        }
        Map<String, String> rest = new TreeMap<>();
        question.first("outcome").ifPresent(id -> rest.put("outcome", id));
        question.first("worlds").ifPresent(n -> rest.put("worlds", n));
        for (var entry : rest.entrySet()) {
            url.append(before).append(entry.getKey()).append('=').append(encoded(entry.getValue()));
            before = '&';
        }
        return url.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
