package org.chancery.core.response;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.vocabulary.Cor;
import org.chancery.model.QName;

/**
 * A dispatch that this system sends by e-mail itself, and how far that is.
 *
 * @param to address
 * @param subject one line
 * @param text what is written above the files
 * @param parts the files
 * @param messageId by which mail servers know it
 * @param by the account whose rights decide what is sent
 * @param state how far it is
 * @param reason why it has not been sent yet, or was not
 * @param attempts how often it was handed to the mail server
 * @param attemptedAt when, last
 * @param sentAt when the mail server took it
 * @param uncertain whether an attempt was interrupted and it was handed over again, so that it may
 *     have arrived twice
 */
public record Mailing(
    String to,
    String subject,
    String text,
    List<Part> parts,
    String messageId,
    String by,
    State state,
    Optional<String> reason,
    int attempts,
    Optional<Instant> attemptedAt,
    Optional<Instant> sentAt,
    boolean uncertain) {

  /** How far a mail is. */
  public enum State {
    /** Waits to be sent, or to be tried again. */
    QUEUED,
    /** Is being handed to the mail server. */
    SENDING,
    /** The mail server has it. */
    SENT,
    /** Was not sent, and is not tried again by itself. */
    FAILED,
    /** Was taken back before it was sent. */
    WITHDRAWN;

    /** As it is stored. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is still to be sent. */
    public boolean waits() {
      return this == QUEUED || this == SENDING;
    }
  }

  /**
   * What of a document is sent.
   *
   * @param document which
   * @param property which of its contents
   * @param sha256 of what was chosen; anything else is not sent
   */
  record Part(NodeId document, QName property, String sha256) {

    String stored() {
      return document + " " + property + " " + sha256;
    }

    static Part of(String stored) {
      String[] parts = stored.split(" ", 3);
      return new Part(NodeId.of(parts[0]), QName.of(parts[1]), parts[2]);
    }
  }

  /** Reads a dispatch; empty when it is not sent by this system. */
  public static Optional<Mailing> of(Node dispatch) {
    if (!dispatch.aspects().contains(Cor.MAILED)) {
      return Optional.empty();
    }
    return Optional.of(
        new Mailing(
            dispatch.text(Cor.OUTGOING_TO).orElseThrow(),
            dispatch.text(Cor.OUTGOING_SUBJECT).orElseThrow(),
            dispatch.text(Cor.OUTGOING_TEXT).orElse(""),
            dispatch.<String>list(Cor.OUTGOING_PARTS).stream().map(Part::of).toList(),
            dispatch.text(Cor.MESSAGE_ID).orElseThrow(),
            dispatch.text(Cor.OUTGOING_BY).orElseThrow(),
            State.valueOf(dispatch.text(Cor.OUTGOING_STATE).orElseThrow().toUpperCase(Locale.ROOT)),
            dispatch.text(Cor.OUTGOING_REASON),
            ((Number) dispatch.properties().getOrDefault(Cor.OUTGOING_ATTEMPTS, 0)).intValue(),
            dispatch.instant(Cor.OUTGOING_ATTEMPTED_AT),
            dispatch.instant(Cor.OUTGOING_SENT_AT),
            Boolean.TRUE.equals(dispatch.properties().get(Cor.OUTGOING_UNCERTAIN))));
  }
}
