package org.casus.app.web;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.casus.app.json.BoardJson;
import org.casus.app.json.LibraryJson;
import org.casus.app.json.ScenarioSchema;
import org.casus.app.live.Desk;
import org.casus.app.live.Movers;
import org.casus.app.live.Stage;
import org.casus.app.live.View;
import org.casus.scenario.Scenario;
import tools.jackson.databind.JsonNode;

/// The API, version 1: what each address answers. `openapi.yaml`, which it serves, describes it, and a test holds the
/// two together.
final class Api {

    static final String ROOT = "/api/v1";
    private static final String TWIN = ".json";

    private final Library library;
    private final Desks desks;
    private final Tabs tabs;
    private final LongAnswers answers;
    private final Drafts drafts;
    private final Keeping keeping;

    private final Consumer<String> log;

    /// @param log takes one line for each body that is too large
    Api(Library library, Desks desks, Tabs tabs, Jobs jobs, Consumer<String> log) {
        this.log = log;
        this.library = library;
        this.desks = desks;
        this.tabs = tabs;
        drafts = new Drafts(library);
        keeping = new Keeping(library, desks.settings());
        answers = new LongAnswers(jobs, new Topics(desks.settings()), desks);
    }

    /// Something that may fail in any way, told by [Trouble].
    @FunctionalInterface
    private interface Answer {
        void give(ServerRequest request, ServerResponse response) throws Exception;
    }

    void route(HttpRouting.Builder routes) {
        routes.get(ROOT + "/library", told((request, response) -> Replies.json(response, library())));
        routes.get(ROOT + "/openapi.yaml", told(Pages::description));
        routes.get(ROOT + "/schema", told((request, response) -> Replies.json(response, ScenarioSchema.document())));
        routes.get(ROOT + "/s/{id}", told((request, response) -> Replies.json(response, drafts.sheet(id(request)))));
        routes.get(
                ROOT + "/s/{id}/file", told((request, response) -> Replies.json(response, drafts.file(id(request)))));
        routes.post(
                ROOT + "/s/{id}/check",
                told((request, response) -> Replies.json(response, drafts.check(id(request), json(request)))));
        routes.post(
                ROOT + "/s/{id}/edits",
                told((request, response) -> Replies.json(response, drafts.edits(id(request), json(request)))));
        routes.post(
                ROOT + "/s/{id}/save",
                told((request, response) -> Replies.json(response, keeping.save(id(request), json(request)))));
        routes.post(ROOT + "/new/questions", told((request, response) -> {
            var asked = Drafts.read(json(request));
            Replies.json(response, tabs.run(question(request).asker(true), () -> keeping.questions(asked)));
        }));
        routes.post(ROOT + "/new", told((request, response) -> Replies.json(response, keeping.begin(json(request)))));
        routes.get(ROOT + "/s/{id}/board", told(this::board));
        routes.get(ROOT + "/s/{id}/movers", told(this::movers));
        routes.get(
                ROOT + "/s/{id}/report/brief",
                told((request, response) -> answers.brief(
                        response,
                        question(request),
                        question(request).first("keep").isPresent())));
        routes.get(ROOT + "/s/{id}/{topic}", told(this::topic));
        routes.get(
                ROOT + "/s/{id}/{topic}/events",
                told((request, response) -> answers.events(request, response, topic(request), question(request))));
        routes.get("/ui/{file}", told(Pages::asset));
        routes.get("/", told(Pages::page));
        routes.get("/library.json", told((request, response) -> Replies.json(response, library())));
        routes.get("/new", told(Pages::page));
        routes.get("/s/{id}", told(this::scenario));
        routes.get("/s/{id}/{page}", told(this::page));
    }

    private Handler told(Answer answer) {
        return (request, response) -> {
            try {
                answer.give(request, response);
            } catch (Exception | OutOfMemoryError thrown) {
                if (!response.isSent()) {
                    tell(response, Trouble.of(thrown));
                }
            }
        };
    }

    private void tell(ServerResponse response, Refusal refusal) {
        if (refusal.status() == Refusal.TOO_LARGE) {
            // The rest is not read, so nothing else can come over this connection.
            response.header(HeaderNames.CONNECTION, "close");
            log.accept("refused: " + refusal.sentence());
        }
        Replies.refuse(response, refusal);
    }

    private JsonNode library() {
        return LibraryJson.of(
                library.folder(),
                library.opened(),
                library.entries().stream()
                        .map(each -> new LibraryJson.Entry(each.id(), each.file(), each.shipped()))
                        .toList());
    }

    /// A body that says it is JSON, which no form of another page can send.
    private static InputStream json(ServerRequest request) {
        String type = request.headers().first(HeaderNames.CONTENT_TYPE).orElse("");
        if (!type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw new Refusal(400, "The body is no JSON.", "Send it with Content-Type: application/json.");
        }
        return request.content().inputStream();
    }

    /// Empty for what belongs to no scenario.
    private static String id(ServerRequest request) {
        return request.path().pathParameters().first("id").orElse("");
    }

    private static Question question(ServerRequest request) {
        return new Question(id(request), request.query());
    }

    private static String topic(ServerRequest request) {
        return request.path().pathParameters().get("topic");
    }

    private void board(ServerRequest request, ServerResponse response) throws Exception {
        board(response, question(request));
    }

    private void board(ServerResponse response, Question question) throws Exception {
        long begun = System.nanoTime();
        View view = question.view();
        Stage stage = question.stage();
        List<String> from = question.from();
        Desk desk = desks.desk(question.id());
        var board = tabs.run(question.asker(true), () -> desk.board(view, stage, from));
        Replies.json(
                response,
                BoardJson.of(
                        board, desk.file().scenario().hash(), question.serial(), (System.nanoTime() - begun) / 1e9));
    }

    private void movers(ServerRequest request, ServerResponse response) throws Exception {
        Question question = question(request);
        View view = question.view();
        var outcome = question.first("outcome");
        Desk desk = desks.desk(question.id());
        var plain = new View(view.policy(), List.of());
        var movers = tabs.run(question.asker(false), () -> {
            // The ranges that count are the policy's, which may have put others in the file's place.
            Scenario before = desk.solved(plain).sight().scenario();
            return BoardJson.of(before, Movers.of(before, desk.sharp(view), outcome, desks.settings()));
        });
        Replies.json(response, movers);
    }

    private void topic(ServerRequest request, ServerResponse response) throws Exception {
        answers.document(request, response, topic(request), question(request));
    }

    /// The Board as a page, or its twin.
    private void scenario(ServerRequest request, ServerResponse response) throws Exception {
        String id = id(request);
        if (id.endsWith(TWIN)) {
            board(response, new Question(without(id), request.query()));
        } else {
            Pages.page(request, response);
        }
    }

    private void page(ServerRequest request, ServerResponse response) throws Exception {
        String page = request.path().pathParameters().get("page");
        if (page.endsWith(TWIN)) {
            String topic = without(page);
            if (topic.equals("board")) {
                board(response, question(request));
                return;
            }
            if (topic.equals("edit")) {
                Replies.json(response, drafts.sheet(id(request)));
                return;
            }
            answers.document(request, response, topic.toLowerCase(Locale.ROOT), question(request));
        } else {
            Pages.page(request, response);
        }
    }

    private static String without(String twin) {
        return twin.substring(0, twin.length() - TWIN.length());
    }
}
