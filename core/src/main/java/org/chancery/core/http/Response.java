package org.chancery.core.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a host sends back, exactly as it is: status, headers, body. Ranges, entity tags, cookies and
 * content types have been dealt with; the host only copies ({@link Body#writeTo}), adds {@code
 * Content-Length} from {@link Body#length()}, and closes the stream.
 *
 * @param status HTTP status
 * @param headers by name
 * @param body what follows
 */
public record Response(int status, Map<String, String> headers, Body body) {

  /** Copies the headers. */
  public Response {
    headers = Map.copyOf(headers);
  }

  /** What follows the headers. */
  public sealed interface Body {
    /** Bytes. */
    long length();

    /**
     * Sends exactly {@link #length()} bytes, and closes nothing.
     *
     * @throws IOException when they cannot be written, or a stream ended before it had as many
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /** A body in memory; an empty array for none. */
  public record Bytes(byte[] bytes) implements Body {
    @Override
    public long length() {
      return bytes.length;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      out.write(bytes);
    }
  }

  /**
   * A body to be copied.
   *
   * @param stream to be read to its end or to {@code length}, whichever comes first, and closed
   * @param length how many bytes to send
   */
  public record Stream(InputStream stream, long length) implements Body {
    private static final int COPY_BYTES = 64 * 1024;

    @Override
    public void writeTo(OutputStream out) throws IOException {
      byte[] buffer = new byte[COPY_BYTES];
      long left = length;
      while (left > 0) {
        int read = stream.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          throw new IOException("The content ended " + left + " bytes early");
        }
        out.write(buffer, 0, read);
        left -= read;
      }
    }
  }

  /** An answer as JSON. */
  public static Response json(int status, Object value) {
    return new Response(
        status, Map.of("Content-Type", "application/json"), new Bytes(Json.bytes(value)));
  }

  /** An answer without a body. */
  public static Response empty(int status) {
    return new Response(status, Map.of(), new Bytes(new byte[0]));
  }

  /** A problem (RFC 9457). */
  public static Response of(Problem problem) {
    return new Response(
        problem.status(),
        Map.of("Content-Type", "application/problem+json"),
        new Bytes(Json.bytes(problem)));
  }

  /** Closes a streamed body that will not be sent. */
  public static void close(Response response) {
    if (response.body() instanceof Stream streamed) {
      try {
        streamed.stream().close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The same answer with one header more (or changed). */
  public Response with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Response(status, more, body);
  }

  /** The same answer with the entity tag of a node's revision. */
  public Response withRevision(long revision) {
    return with("ETag", "\"" + revision + "\"");
  }
}
