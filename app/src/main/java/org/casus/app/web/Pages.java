package org.casus.app.web;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// The files of the pages, which lie in the jar: one document for every page, and what it loads.
final class Pages {

    private static final String ROOT = "/org/casus/app/ui/";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,80}(\\.[A-Za-z0-9_-]{1,40}){1,3}");
    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "html", "text/html; charset=utf-8",
            "json", "application/json; charset=utf-8",
            "map", "application/json; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon");

    private Pages() {}

    /// Whether this build has pages.
    static boolean built() {
        return Pages.class.getResource(ROOT + "index.html") != null;
    }

    /// The document of every page.
    static void page(ServerRequest request, ServerResponse response) throws IOException {
        Optional<byte[]> index = read("index.html");
        if (index.isEmpty()) {
            Replies.send(
                    response,
                    503,
                    "text/plain; charset=utf-8",
                    "This build of Casus has no pages: Node.js 18 or newer with npm was not there when it was built. "
                            + "Install it and run ./casus again; the API at /api/v1 works as it is.\n");
            return;
        }
        response.header(HeaderNames.CONTENT_TYPE, type("index.html"));
        response.send(index.get());
    }

    /// What the API is, for programs.
    static void description(ServerRequest request, ServerResponse response) throws IOException {
        response.header(HeaderNames.CONTENT_TYPE, "application/yaml; charset=utf-8");
        try (InputStream in = Pages.class.getResourceAsStream("/org/casus/app/openapi.yaml")) {
            response.send(Objects.requireNonNull(in).readAllBytes());
        }
    }

    /// A file that a page loads.
    static void asset(ServerRequest request, ServerResponse response) throws IOException {
        String name = request.path().pathParameters().get("file");
        Optional<byte[]> bytes = NAME.matcher(name).matches() ? read(name) : Optional.empty();
        if (bytes.isEmpty()) {
            throw new Refusal(404, "There is no such file.");
        }
        // Every build has names of its own.
        response.headers().set(HeaderNames.CACHE_CONTROL, "private, max-age=31536000, immutable");
        response.header(HeaderNames.CONTENT_TYPE, type(name));
        response.send(bytes.get());
    }

    private static Optional<byte[]> read(String name) throws IOException {
        try (InputStream in = Pages.class.getResourceAsStream(ROOT + name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        }
    }

    private static String type(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(ending, "application/octet-stream");
    }
}
