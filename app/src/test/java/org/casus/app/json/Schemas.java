package org.casus.app.json;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// An independent validator's view of documents.
public final class Schemas {

    private Schemas() {}

    /// What the schema shipped as `name` has against `json`.
    public static List<String> complaints(String name, String json) {
        try (var in = Schemas.class.getResourceAsStream("/org/casus/app/" + name)) {
            return complaintsOf(new String(in.readAllBytes(), StandardCharsets.UTF_8), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What `schema`, in draft 7, has against `json`.
    public static List<String> complaintsOf(String schema, String json) {
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
        return registry.getSchema(schema, InputFormat.JSON).validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }
}
