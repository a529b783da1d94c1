package org.casus.app.web;

import io.helidon.http.HeaderNames;
import io.helidon.http.sse.SseEvent;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.sse.SseSink;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.casus.app.json.Json;
import org.casus.app.json.ProgressJson;
import org.casus.app.web.Job.State;
import tools.jackson.databind.JsonNode;

/// What takes long, told in two ways: as events while it is worked out, and as one document when it is done. In
/// both a byte goes out every second, so that the work stops soon after whoever asked has left.
final class LongAnswers {

    private static final long BEAT = 1000;

    private final Jobs jobs;
    private final Topics topics;
    private final Desks desks;

    LongAnswers(Jobs jobs, Topics topics, Desks desks) {
        this.jobs = jobs;
        this.topics = topics;
        this.desks = desks;
    }

    private record Joined(String key, Job job) {}

    private Joined join(String topic, Question question) throws Exception {
        var desk = desks.desk(question.id());
        String key = question.key(topic, desk.file().scenario().hash());
        return new Joined(key, jobs.join(key, topics.work(topic, question, desk)));
    }

    /// Events `progress`, `result`, then `end` or `error`.
    void events(ServerRequest request, ServerResponse response, String topic, Question question) throws Exception {
        Joined joined = join(topic, question);
        try (SseSink sink = response.sink(SseSink.TYPE)) {
            follow(joined.job, topic, sink);
        } catch (RuntimeException e) {
            // Whoever listened has gone; Helidon says so by a write that fails.
            if (!joined.job.ended()) {
                return;
            }
            throw e;
        } finally {
            jobs.leave(joined.key, joined.job);
        }
    }

    private static void follow(Job job, String topic, SseSink sink) throws InterruptedException {
        long seen = -1;
        int results = 0;
        while (true) {
            State state = job.await(seen, BEAT);
            if (state.version() == seen && !state.ended()) {
                sink.emit(SseEvent.builder().comment("working").build());
                continue;
            }
            seen = state.version();
            if (state.results() > results) {
                results = state.results();
                emit(sink, "result", told(topic, state.result().orElseThrow()));
            }
            if (state.ended()) {
                Optional<Refusal> refusal = state.refusal();
                emit(
                        sink,
                        refusal.isPresent() ? "error" : "end",
                        refusal.map(Replies::text).orElse("{}"));
                return;
            }
            state.progress().ifPresent(progress -> emit(sink, "progress", Json.text(progress(progress))));
        }
    }

    private static JsonNode progress(Job.Progress progress) {
        return ProgressJson.of(progress.words(), progress.done(), progress.failed(), progress.all(), progress.left());
    }

    /// One event; the document on lines of its own, as the format wants it.
    private static void emit(SseSink sink, String name, String document) {
        sink.emit(SseEvent.builder()
                .name(name)
                .data(document.strip().replace("\r", "").split("\n"))
                .build());
    }

    /// The last result, when there is one: blanks before it, one a second, then the document. What fails after the
    /// first second is told by the document.
    void document(ServerRequest request, ServerResponse response, String topic, Question question) throws Exception {
        give(response, topic, question, Replies.JSON, result -> told(topic, result), Replies::text);
    }

    /// The brief itself, in the same way.
    ///
    /// @param toKeep whether it is to be kept as a file
    void brief(ServerResponse response, Question question, boolean toKeep) throws Exception {
        Reports.protect(response, toKeep ? Optional.of(question.id()) : Optional.empty());
        give(response, Reports.TOPIC, question, Reports.HTML_TYPE, Reports::page, Reports::page);
    }

    private static String told(String topic, String result) {
        return topic.equals(Reports.TOPIC) ? Reports.told(result) : result;
    }

    private void give(
            ServerResponse response,
            String topic,
            Question question,
            String type,
            UnaryOperator<String> found,
            Function<Refusal, String> refused)
            throws Exception {
        Joined joined = join(topic, question);
        try {
            State state = joined.job.await(Integer.MAX_VALUE, BEAT);
            if (state.ended()) {
                if (state.refusal().isPresent()) {
                    throw state.refusal().get();
                }
                Replies.send(response, 200, type, found.apply(state.result().orElseThrow()));
                return;
            }
            response.header(HeaderNames.CONTENT_TYPE, type);
            try (OutputStream out = response.outputStream()) {
                while (!state.ended()) {
                    out.write(' ');
                    out.flush();
                    state = joined.job.await(Integer.MAX_VALUE, BEAT);
                }
                Optional<String> result = state.result().map(found);
                String text = state.refusal().map(refused).or(() -> result).orElse("{}");
                out.write(text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException | UncheckedIOException e) {
                // Whoever asked has left.
                return;
            }
        } finally {
            jobs.leave(joined.key, joined.job);
        }
    }
}
