package org.chancery.core.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.fileupload2.core.FileUploadException;

/**
 * A request's body whose failures can be told from our own: a sender who hangs up is the client's
 * matter, a disk that fails is an incident.
 */
final class RequestBody extends FilterInputStream {
  /** What a body that did not arrive whole is answered with. */
  static final Problem PROBLEM =
      Problem.of(
          400,
          "body-unreadable",
          "The request cannot be understood",
          "The request's body did not arrive whole.");

  private RequestBody(InputStream in) {
    super(in);
  }

  /** Reading the body failed. */
  private static final class BrokenOff extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenOff(IOException cause) {
      super(cause);
    }
  }

  /** The same request with a body of this kind. */
  static Request marked(Request request) {
    return new Request(
        request.method(),
        request.path(),
        request.query(),
        request.headers(),
        new RequestBody(request.body()),
        request.session(),
        request.source(),
        request.secure());
  }

  /** Whether it was the body that could not be read, or its parts that end too early. */
  static boolean brokeOff(Throwable thrown) {
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (at instanceof BrokenOff || at instanceof FileUploadException) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IOException e) {
      throw new BrokenOff(e);
    }
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      return super.read(buffer, offset, length);
    } catch (IOException e) {
      throw new BrokenOff(e);
    }
  }
}
