package org.casus.app.web;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import org.casus.app.json.Json;
import org.casus.app.json.TroubleJson;
import tools.jackson.databind.JsonNode;

/// How answers are sent.
final class Replies {

    static final String JSON = "application/json; charset=utf-8";

    private Replies() {}

    static void json(ServerResponse response, JsonNode document) {
        send(response, 200, JSON, Json.text(document));
    }

    static void refuse(ServerResponse response, Refusal refusal) {
        send(response, refusal.status(), JSON, text(refusal));
    }

    static String text(Refusal refusal) {
        return Json.text(TroubleJson.of(refusal.sentence(), refusal.advice(), refusal.problems()));
    }

    static void send(ServerResponse response, int status, String type, String text) {
        response.status(status);
        response.header(HeaderNames.CONTENT_TYPE, type);
        response.send(text.getBytes(StandardCharsets.UTF_8));
    }
}
