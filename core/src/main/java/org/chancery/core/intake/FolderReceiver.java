package org.chancery.core.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Where what was dropped into a watched folder goes: the repository in this process, or one at the
 * other end of a wire.
 */
public interface FolderReceiver {

  /**
   * Why nothing can be received at the moment; empty when it can be tried. Asked before a file is
   * claimed, so that files stay in sight while the repository cannot be reached.
   */
  Optional<Reason> closed();

  /**
   * Receives a file; returns when it is safe. Received again under its claim, it is the item that
   * it already is.
   *
   * @throws NotReceived when it was not received, with what people should know
   * @throws Changed when someone wrote to it meanwhile
   * @throws IOException when the file cannot be read
   */
  void receive(Dropped file) throws IOException;

  /**
   * A file that was claimed.
   *
   * @param claimId names this arrival for ever
   * @param name as it came
   * @param component code of the component whose sub-folder it was dropped into
   * @param size bytes
   * @param bytes opens it, as often as needed; reading fails with {@link Changed} when the file is
   *     no longer what it was
   */
  record Dropped(
      String claimId, String name, Optional<String> component, long size, Opening bytes) {}

  /** Opens a file. */
  @FunctionalInterface
  interface Opening {
    /** A stream of it; the caller closes it. */
    InputStream open() throws IOException;
  }

  /** Someone wrote to the file while it was read. */
  final class Changed extends IOException {
    private static final long serialVersionUID = 1L;

    Changed() {
      super("The file changed while it was read");
    }
  }
}
