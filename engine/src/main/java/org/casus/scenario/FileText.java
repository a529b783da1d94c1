package org.casus.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Gets the text out of a file, and refuses what cannot be a scenario before looking inside.
final class FileText {

    private FileText() {}

    /// What the scenario of a folder is called.
    static final String FILE = "scenario.yaml";

    /// The text that `in` holds, at most [Limits#BYTES] of it, without a byte order mark.
    ///
    /// @param label what positions call it
    static String read(String label, InputStream in) throws IOException, ScenarioException {
        byte[] bytes = in.readNBytes(Limits.BYTES + 1);
        if (bytes.length > Limits.BYTES) {
            throw refused(
                    label,
                    "This is larger than " + Limits.BYTES / 1_000_000 + " MB.",
                    "A scenario is text that people write.");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw refused(label, "This is not UTF-8 text.", "A scenario is plain text; save it as UTF-8.");
        }
    }

    /// What a scenario at `path` is called: as its folder if the file is `scenario.yaml`, else as
    /// the file.
    static String name(Path path) {
        Path file = path.toAbsolutePath().normalize();
        String last = String.valueOf(file.getFileName());
        Path folder = file.getParent();
        if (last.equals(FILE) && folder != null && folder.getFileName() != null) {
            return folder.getFileName().toString();
        }
        int dot = last.lastIndexOf('.');
        return dot > 0 ? last.substring(0, dot) : last;
    }

    static ScenarioException refused(String label, String found, String legal) {
        return new ScenarioException(List.of(new Problem(new Position(label, 1, 1, 1), "", found, legal, "")));
    }
}
