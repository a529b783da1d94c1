package org.casus.app.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One request over a bare socket: headers as they stand, true or false.
final class Client {

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: ([0-9]+)\r\n");

    private Client() {}

    /// What comes after the head of a request.
    enum Body {
        NONE,
        /// A hundred megabytes in one go.
        WHOLE,
        /// The same in chunks, of which nobody knows how many will come.
        CHUNKED
    }

    static final int HUNDRED_MB = 100 << 20;

    private static final int BLOCK = 1 << 16;

    /// The whole answer, headers and all.
    static String send(int port, String request, Body body) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            var out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.UTF_8));
            try {
                body(out, body);
                out.flush();
            } catch (SocketException refused) {
                // Nobody reads on: what was answered before is there all the same.
            }
            return read(socket.getInputStream());
        }
    }

    private static void body(OutputStream out, Body body) throws IOException {
        var block = new byte[BLOCK];
        for (int sent = 0; body != Body.NONE && sent < HUNDRED_MB; sent += BLOCK) {
            if (body == Body.CHUNKED) {
                out.write((Integer.toHexString(BLOCK) + "\r\n").getBytes(StandardCharsets.UTF_8));
            }
            out.write(block);
            if (body == Body.CHUNKED) {
                out.write("\r\n".getBytes(StandardCharsets.UTF_8));
            }
        }
        if (body == Body.CHUNKED) {
            out.write("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    /// The head, and as much of a body as it announces.
    private static String read(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try {
            while (!bytes.toString(StandardCharsets.UTF_8).contains("\r\n\r\n")) {
                int next = in.read();
                if (next < 0) {
                    return bytes.toString(StandardCharsets.UTF_8);
                }
                bytes.write(next);
            }
            bytes.write(in.readNBytes(length(bytes.toString(StandardCharsets.UTF_8))));
        } catch (SocketException closed) {
            // What came before counts.
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static int length(String head) {
        Matcher length = LENGTH.matcher(head);
        return length.find() ? Integer.parseInt(length.group(1)) : 0;
    }

    static String get(int port, String path, String... headers) throws IOException {
        return send(
                port,
                "GET " + path + " HTTP/1.1\r\n" + lines(List.of(headers)) + "Connection: close\r\n\r\n",
                Body.NONE);
    }

    static String lines(List<String> headers) {
        return headers.isEmpty() ? "" : String.join("\r\n", headers) + "\r\n";
    }
}
