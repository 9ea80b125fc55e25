package org.chancery.core.intake;

import java.io.InputStream;
import java.util.Optional;
import org.chancery.core.access.Actor;

/**
 * Something that has come in.
 *
 * @param claimId names this arrival for ever: received again under it, it is the same item
 * @param bytes the original; read once, closed by whoever opened it
 * @param name as it came
 * @param component code of the component it is for; the mailroom's when empty
 * @param channel {@value #WATCHED_FOLDER}, {@value #UPLOAD} or another of the model's list
 * @param actor who handed it in
 * @param note what the clerk should know of how it came; a code and its explanation
 */
public record Arrival(
    String claimId,
    InputStream bytes,
    String name,
    Optional<String> component,
    String channel,
    Actor actor,
    Optional<Reason> note) {

  /** Channel of files dropped into the watched folder. */
  public static final String WATCHED_FOLDER = "watched-folder";

  /** Channel of files handed in over HTTP. */
  public static final String UPLOAD = "upload";

  /** Channel of e-mail, whichever way its file came in. */
  public static final String EMAIL = "email";

  /** Channel of phone calls, as whoever took them wrote them down. */
  public static final String PHONE = "phone";

  /** Channel of text that someone pasted. */
  public static final String PASTE = "paste";

  /** Whether what comes by the channel was typed into a form of ours. */
  static boolean isTyped(String channel) {
    return channel.equals(PHONE) || channel.equals(PASTE);
  }
}
