package org.casus.app.json;

import java.util.List;
import java.util.regex.Pattern;
import org.casus.scenario.Limits;
import org.casus.scenario.Vocabulary;
import org.casus.scenario.Vocabulary.Form;
import org.casus.scenario.Vocabulary.Keys;
import org.casus.scenario.Vocabulary.Kind;
import org.casus.scenario.Vocabulary.Unit;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON Schema of a scenario file, generated from the [Vocabulary]: it completes and explains
/// words in an editor and refuses what can be refused without knowing the names that a file
/// declares. `casus check` knows them all.
///
/// Draft 7, the newest that the editors' YAML servers and JetBrains both read. Scalars are text
/// to Casus but numbers or booleans to a YAML parser, so texts may be any scalar; a judgement may
/// be a number where a bare number will do.
public final class ScenarioSchema {

    private static final String DEFINITIONS = "#/definitions/";

    private ScenarioSchema() {}

    /// The whole schema.
    public static ObjectNode document() {
        var schema = Json.object();
        schema.put("$schema", "http://json-schema.org/draft-07/schema#");
        schema.put("title", "Casus scenario, format casus/1");
        fill(schema, Vocabulary.root());
        var definitions = Json.object();
        for (Form form : Vocabulary.forms()) {
            if (!form.equals(Vocabulary.root()) && !form.equals(Vocabulary.judgement())) {
                definitions.set(form.name(), fill(Json.object(), form));
            }
        }
        for (Unit unit : Unit.values()) {
            definitions.set(definition(unit), judged(unit));
        }
        schema.set("definitions", definitions);
        return schema;
    }

    private static ObjectNode fill(ObjectNode schema, Form form) {
        schema.put("description", form.doc());
        var required = form.keys().stream()
                .filter(Vocabulary.Key::required)
                .map(Vocabulary.Key::name)
                .toList();
        if (required.isEmpty()) {
            schema.set("type", Json.strings(List.of("object", "null")));
        } else {
            schema.put("type", "object");
            schema.set("required", Json.strings(required));
        }
        var properties = Json.object();
        for (Vocabulary.Key key : form.keys()) {
            properties.set(key.name(), property(key));
        }
        schema.set("properties", properties);
        schema.put("additionalProperties", false);
        together(form.name(), schema);
        return schema;
    }

    /// What keys of one form mean for each other: one of two, or one only with another.
    private static void together(String form, ObjectNode schema) {
        switch (form) {
            case "event" -> schema.set("oneOf", oneOf("odds", "rate"));
            case "claim" -> schema.set("oneOf", oneOf("test", "untestable"));
            case "move" ->
                schema.set(
                        "dependencies", Json.object().set("else", Json.array().add("odds")));
            case "row" ->
                schema.set(
                        "dependencies", Json.object().set("attack", Json.array().add("at")));
            default -> {}
        }
    }

    private static ArrayNode oneOf(String... keys) {
        var one = Json.array();
        for (String key : keys) {
            one.add(Json.object().set("required", Json.array().add(key)));
        }
        return one;
    }

    /// How many entries a list or mapping needs; what they are is said by their kind.
    private static void entries(Vocabulary.Key key, ObjectNode schema) {
        switch (key.name()) {
            case "levels" ->
                schema.put("minItems", 2).put("maxItems", Limits.LEVELS).put("uniqueItems", true);
            case "between" ->
                schema.put("minItems", 2).put("maxItems", Limits.PARTIES).put("uniqueItems", true);
            case "board", "actors", "outcomes" -> schema.put("type", "object").put("minProperties", 1);
            default -> {}
        }
    }

    private static ObjectNode property(Vocabulary.Key key) {
        var kind = kind(key.kind());
        entries(key, kind);
        // Draft 7 reads nothing beside a $ref, so that a description has to stand around it.
        var property =
                kind.has("$ref") ? Json.object().set("allOf", Json.array().add(kind)) : kind;
        return property.put("description", key.doc() + " For example: " + key.example());
    }

    private static ObjectNode kind(Kind kind) {
        return switch (kind) {
            case Kind.Text text -> scalar();
            case Kind.Word word -> Json.object().set("enum", Json.strings(word.words()));
            case Kind.Flag flag -> Json.object().put("type", "boolean");
            case Kind.Date date -> text(SchemaPatterns.DATE);
            case Kind.Span span -> {
                var either = scalarOf("string", "number");
                either.put("pattern", SchemaPatterns.SPAN);
                yield either.put("exclusiveMinimum", 0);
            }
            case Kind.Judged judged -> ref(definition(judged.unit()));
            case Kind.Ref ref -> name(ref);
            case Kind.Name name -> scalar().put("pattern", SchemaPatterns.whole(Vocabulary.levelPattern()));
            case Kind.When when -> text(SchemaPatterns.CONDITION);
            case Kind.Ending ending -> text(SchemaPatterns.ENDING);
            case Kind.Effects effects -> text(SchemaPatterns.EFFECTS);
            case Kind.AttackBy attack -> text(SchemaPatterns.ATTACK);
            case Kind.Promise promise -> text(SchemaPatterns.PROMISE);
            case Kind.Cited cited -> scalar();
            case Kind.Path path -> scalar();
            case Kind.Measured measured -> text(SchemaPatterns.MEASURED);
            case Kind.Test test -> text(SchemaPatterns.TEST);
            case Kind.Anything anything -> Json.object();
            case Kind.ListOf list -> {
                var item = kind(list.item());
                // A group of one is none.
                item = list.item() instanceof Kind.ListOf ? item.put("minItems", 2) : item;
                var array = Json.object().put("type", "array");
                array.set("items", item);
                yield array;
            }
            case Kind.MapOf map -> map(map);
            case Kind.Of of -> ref(of.form());
            case Kind.Either either -> {
                var any = Json.array();
                either.kinds().forEach(each -> any.add(kind(each)));
                yield Json.object().set("anyOf", any);
            }
        };
    }

    private static ObjectNode map(Kind.MapOf map) {
        var object = Json.object();
        object.set("type", Json.strings(List.of("object", "null")));
        if (map.shared()) {
            var shared = Json.object();
            for (String word : List.of("per", "at", "why")) {
                Vocabulary.judgement().key(word).ifPresent(key -> shared.set(word, property(key)));
            }
            object.set("properties", shared);
        }
        String pattern = keys(map.keys());
        if (pattern.isEmpty()) {
            object.set("additionalProperties", kind(map.value()));
        } else {
            // Words that belong to all numbers of the map are no names in it.
            String own = map.shared() ? "^(?!(per|at|why)$)" + pattern.substring(1) : pattern;
            object.set("patternProperties", Json.object().set(own, kind(map.value())));
            object.put("additionalProperties", false);
        }
        return object;
    }

    /// What keys of a map must match, or the empty string where any text may be one.
    private static String keys(Keys keys) {
        return switch (keys) {
            case NAMES, ACTORS -> SchemaPatterns.whole(Vocabulary.namePattern());
            case MOVES -> SchemaPatterns.whole(Vocabulary.namePattern() + "/" + Vocabulary.namePattern());
            case LEVELS -> SchemaPatterns.whole(Vocabulary.levelPattern());
            case EFFECTS -> SchemaPatterns.EFFECTS;
            case CONDITIONS -> SchemaPatterns.CONDITION;
            case ROWS_OR_CONDITIONS -> SchemaPatterns.ROW_OR_CONDITION;
            case PATHS -> "";
        };
    }

    /// A judgement on one line, or in full.
    private static ObjectNode judged(Unit unit) {
        var line = scalarOf("string");
        if (Pattern.compile(unit.pattern()).matcher("5").matches()) {
            line = scalarOf("string", "number");
            line.put("minimum", 0);
            if (unit == Unit.PRICE || unit == Unit.WORTH) {
                line.put("maximum", (int) Limits.POINTS);
            }
        }
        line.put("pattern", unit.pattern());
        switch (unit) {
            case PRICE, WORTH -> line.set("not", text(SchemaPatterns.TOO_MANY_POINTS));
            case ODDS, BRANCH, RATE -> line.set("not", text(SchemaPatterns.TOO_MANY_PERCENT));
            case PACE, DURATION, FACTOR, SHARPNESS -> {}
        }
        if (unit == Unit.SHARPNESS) {
            line.put("exclusiveMinimum", 1);
        }
        var full = fill(Json.object(), Vocabulary.judgement());
        if (full.get("properties") instanceof ObjectNode properties
                && properties.get("range") instanceof ObjectNode range) {
            String said = range.get("description").stringValue();
            properties.set("range", line.deepCopy().put("description", said));
        }
        var judged = Json.object();
        judged.put("title", unit.word());
        judged.set("anyOf", Json.array().add(line).add(full));
        judged.set("examples", Json.strings(List.of(unit.example() + " per guess")));
        return judged;
    }

    private static String definition(Unit unit) {
        return "judged-" + unit.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static ObjectNode ref(String definition) {
        return Json.object().put("$ref", DEFINITIONS + definition);
    }

    private static ObjectNode name(Kind.Ref ref) {
        return switch (ref.to()) {
            case ACTOR, PLACE, SOURCE -> scalar().put("pattern", SchemaPatterns.whole(Vocabulary.namePattern()));
            case LEVEL -> scalar().put("pattern", SchemaPatterns.whole(Vocabulary.levelPattern()));
            case CLOSABLE ->
                text(SchemaPatterns.whole(Vocabulary.namePattern() + "(/" + Vocabulary.namePattern() + ")?"));
        };
    }

    private static ObjectNode text(String pattern) {
        return scalarOf("string").put("pattern", pattern);
    }

    private static ObjectNode scalar() {
        return scalarOf("string", "number", "boolean");
    }

    private static ObjectNode scalarOf(String... types) {
        var schema = Json.object();
        if (types.length == 1) {
            return schema.put("type", types[0]);
        }
        schema.set("type", Json.strings(List.of(types)));
        return schema;
    }
}
