package org.casus.app.web;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/// Who may ask: the browser that was given the token, from this machine, from our own pages.
///
/// A server on loopback is reached by every page the browser has open, and by every name that somebody lets
/// resolve to 127.0.0.1. So the Host must be one of ours (DNS rebinding), an Origin must be our own (other pages),
/// and there must be the token: once in the address, then in a cookie that only same-site requests carry. What is
/// refused is logged in one line, and nothing of it is read.
final class Gate implements Filter {

    /// More than any scenario; a body beyond it is refused before it is read.
    static final long MOST_BYTES = 8L << 20;

    private static final HeaderName ORIGIN = HeaderNames.ORIGIN;
    private static final HeaderName POLICY = HeaderNames.create("Content-Security-Policy");
    private static final HeaderName MODE = HeaderNames.create("Sec-Fetch-Mode");
    private static final HeaderName SITE = HeaderNames.create("Sec-Fetch-Site");
    private static final String TOKEN = "token";

    private final String token;
    private final IntSupplier port;
    private final Consumer<String> log;

    /// @param token what the address and then the cookie must carry
    /// @param port of this server, once it listens
    /// @param log takes one line for each refusal
    Gate(String token, IntSupplier port, Consumer<String> log) {
        this.token = token;
        this.port = port;
        this.log = log;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        protect(response);
        try {
            check(request);
        } catch (Refusal refusal) {
            log.accept("refused " + shown(request.prologue().method().text(), 8) + " "
                    + shown(request.path().rawPath(), 80) + ": " + refusal.sentence());
            // What was sent is not read, so nothing else can come over this connection.
            response.header(HeaderNames.CONNECTION, "close");
            if (request.headers().first(HeaderNames.ACCEPT).orElse("").contains("text/html")) {
                Replies.send(response, refusal.status(), "text/plain; charset=utf-8", refusal.sentence() + "\n");
            } else {
                Replies.refuse(response, refusal);
            }
            return;
        }
        Optional<String> given = request.query().first(TOKEN).asOptional();
        if (given.isPresent()) {
            response.header(HeaderNames.SET_COOKIE, cookie() + "=" + token + "; Path=/; HttpOnly; SameSite=Strict");
            response.status(303).header(HeaderNames.LOCATION, without(request)).send();
            return;
        }
        chain.proceed();
    }

    /// What every answer says, refusals as well.
    private static void protect(RoutingResponse response) {
        response.header(
                POLICY,
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
                        + "frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        response.header(HeaderNames.create("X-Content-Type-Options"), "nosniff");
        response.header(HeaderNames.create("Referrer-Policy"), "no-referrer");
        response.header(HeaderNames.create("Cross-Origin-Resource-Policy"), "same-origin");
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
    }

    private void check(RoutingRequest request) {
        String path = request.path().rawPath().toLowerCase(Locale.ROOT);
        if (path.contains("..")
                || path.contains("%2e")
                || path.contains("%2f")
                || path.contains("\\")
                || path.contains("%5c")
                || path.contains("%00")) {
            throw new Refusal(400, "This is no path of Casus.");
        }
        List<String> own = List.of("127.0.0.1:" + port.getAsInt(), "localhost:" + port.getAsInt());
        if (!own.contains(request.authority())) {
            throw new Refusal(403, "The host " + shown(request.authority(), 60) + " is not Casus.");
        }
        Optional<String> origin = request.headers().first(ORIGIN);
        if (origin.isPresent() && own.stream().noneMatch(each -> origin.get().equals("http://" + each))) {
            throw new Refusal(403, "A page of " + shown(origin.get(), 60) + " may not ask Casus.");
        }
        String site = request.headers().first(SITE).orElse("none");
        if (!List.of("none", "same-origin").contains(site) && !visiting(request)) {
            throw new Refusal(403, "Another page may not ask Casus.");
        }
        if (!known(request)) {
            throw new Refusal(401, "Open Casus at the address that casus open prints: it holds the key.");
        }
        if (request.headers().contentLength().orElse(0) > MOST_BYTES) {
            throw Refusal.tooLarge();
        }
    }

    /// Following a link to a page, from wherever: nothing is worked out for that.
    private static boolean visiting(RoutingRequest request) {
        return request.prologue().method().equals(Method.GET)
                && request.headers()
                        .first(MODE)
                        .filter(mode -> mode.equals("navigate"))
                        .isPresent()
                && !request.path().rawPath().startsWith(Api.ROOT)
                && !request.path().rawPath().endsWith(".json");
    }

    private boolean known(RoutingRequest request) {
        String bearer = request.headers().first(HeaderNames.AUTHORIZATION).orElse("");
        return same(request.query().first(TOKEN).asOptional().orElse(""))
                || same(request.headers().cookies().first(cookie()).asOptional().orElse(""))
                || (bearer.startsWith("Bearer ") && same(bearer.substring("Bearer ".length())));
    }

    private boolean same(String given) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    /// Cookies know no ports, so each server has one by its own name.
    private String cookie() {
        return "casus-" + port.getAsInt();
    }

    private static String without(RoutingRequest request) {
        String query = request.query().rawValue();
        String rest = List.of(query.split("&")).stream()
                .filter(part -> !part.startsWith(TOKEN + "="))
                .reduce((a, b) -> a + "&" + b)
                .orElse("");
        return request.path().rawPath() + (rest.isEmpty() ? "" : "?" + rest);
    }

    /// What a stranger sent, fit for a line of a terminal.
    private static String shown(String text, int most) {
        String plain = text.codePoints()
                .map(c -> c < ' ' || c > '~' ? '?' : c)
                .limit(most)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return text.length() > most ? plain + "…" : plain;
    }
}
