package io.broadsheet.embedded.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/** What the origin does with one request. */
@FunctionalInterface
interface Script {

    /**
     * Answers, byte by byte; the connection is closed behind it.
     *
     * @throws IOException if the other side has hung up
     */
    void play(Asked asked, OutputStream out) throws IOException;

    /** A whole answer. */
    static Script answer(int status, String headers, byte[] body) {
        return (_, out) -> write(out, status, headers, body);
    }

    /** A picture of this media type. */
    static Script picture(String type, byte[] bytes) {
        return answer(200, "Content-Type: " + type, bytes);
    }

    /** This for those who are welcome, 403 for the others. */
    static Script onlyFor(Predicate<Asked> welcome, Script script) {
        return (asked, out) -> (welcome.test(asked) ? script : page(403, "")).play(asked, out);
    }

    /** A page of text with this status. */
    static Script page(int status, String headers) {
        byte[] body = bytes("<!DOCTYPE html><html><title>" + status + "</title>Not today.</html>");
        String type = "Content-Type: text/html";
        return answer(status, headers.isEmpty() ? type : type + "\r\n" + headers, body);
    }

    /** What stands before a body, for scripts that send one in their own way. */
    static byte[] head(int status, String headers) {
        return bytes(
                "HTTP/1.1 %d Said\r\nConnection: close\r\n%s\r\n\r\n".formatted(status, headers));
    }

    /** The text as it goes over the wire. */
    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void write(OutputStream out, int status, String headers, byte[] body)
            throws IOException {
        String length = "Content-Length: " + body.length;
        out.write(head(status, headers.isEmpty() ? length : headers + "\r\n" + length));
        out.write(body);
        out.flush();
    }
}
