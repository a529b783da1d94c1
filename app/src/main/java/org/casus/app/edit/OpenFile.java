package org.casus.app.edit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.casus.scenario.Limits;

/// A scenario's file as it was read, which can be replaced by another text and nothing else can.
///
/// @param path the file itself, links followed once: what a link points to later is another file
/// @param text what it holds, without a byte order mark
/// @param hash SHA-256 of `text`, as [org.casus.scenario.Scenario#hash] has it
/// @param marked whether it begins with a byte order mark, which it keeps
public record OpenFile(Path path, String text, String hash, boolean marked) {

    private static final String MARK = "\uFEFF";

    /// Reads the file at `path`.
    ///
    /// @throws IOException if it cannot be read, is larger than a scenario may be, or no UTF-8
    public static OpenFile read(Path path) throws IOException {
        return at(path.toRealPath());
    }

    private static OpenFile at(Path path) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(path)) {
            bytes = in.readNBytes(Limits.BYTES + 1);
        }
        if (bytes.length > Limits.BYTES) {
            throw new FileSystemException(path.toString(), null, "larger than a scenario may be");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            boolean marked = text.startsWith(MARK);
            String plain = marked ? text.substring(1) : text;
            return new OpenFile(path, plain, hash(plain), marked);
        } catch (CharacterCodingException e) {
            throw new FileSystemException(path.toString(), null, "no UTF-8 text");
        }
    }

    /// Replaces what the file holds by `text`, whole or not at all: a new file in the same folder takes its name,
    /// with its permissions, after it is safely on the disk. Where `text` has plain line breaks and the file had
    /// others, each line keeps its own and new ones follow the most.
    ///
    /// What another program does between the last look at the file and the renaming, microseconds later, is lost.
    ///
    /// @return the file as it is now
    /// @throws SaveException if it was not saved; then it is as it was
    public OpenFile save(String text) throws SaveException {
        unchanged();
        String broken = Breaks.like(this.text, text);
        byte[] bytes = ((marked ? MARK : "") + broken).getBytes(StandardCharsets.UTF_8);
        if (bytes.length > Limits.BYTES) {
            throw new SaveException(
                    SaveException.Reason.TOO_LARGE,
                    "The text is larger than " + Limits.BYTES / 1_000_000 + " MB; nothing was written.",
                    "A scenario is text that people write.");
        }
        try {
            if (!Files.isWritable(path)) {
                throw new AccessDeniedException(path.toString());
            }
            replace(bytes);
        } catch (IOException e) {
            throw new SaveException(
                    SaveException.Reason.UNWRITABLE,
                    path.getFileName() + " could not be saved: " + reason(e) + ". It is as it was.",
                    "The text is still here: save again once that is put right, or copy it elsewhere.");
        }
        return new OpenFile(path, broken, hash(broken), marked);
    }

    private void replace(byte[] bytes) throws IOException, SaveException {
        Path folder = path.resolveSibling("");
        Path temporary = Files.createTempFile(folder, ".casus-", ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ByteBuffer left = ByteBuffer.wrap(bytes);
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                channel.force(true);
            }
            var from = Files.getFileAttributeView(path, PosixFileAttributeView.class);
            if (from != null) {
                Files.setPosixFilePermissions(temporary, from.readAttributes().permissions());
            }
            unchanged();
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
        remember(folder);
    }

    /// Makes the new name outlast a loss of power, where the system knows how.
    private static void remember(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Not every system opens folders; the file itself is on the disk.
            return;
        }
    }

    private void unchanged() throws SaveException {
        String now;
        try {
            now = at(path).hash();
        } catch (IOException e) {
            now = "";
        }
        if (!now.equals(hash)) {
            throw new SaveException(
                    SaveException.Reason.CHANGED,
                    path.getFileName() + " has been changed or taken away since it was opened; nothing was written.",
                    "Open it again and make the change there, or save under another name.");
        }
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission is denied";
        }
        String message = String.valueOf(e.getMessage());
        String last = message.substring(message.lastIndexOf(": ") + 1).strip();
        return last.isEmpty() ? "nobody knows why" : last.substring(0, 1).toLowerCase(Locale.ROOT) + last.substring(1);
    }

    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
