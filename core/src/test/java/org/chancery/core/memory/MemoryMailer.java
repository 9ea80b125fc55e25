package org.chancery.core.memory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.chancery.core.mail.Handover;
import org.chancery.core.mail.Letter;
import org.chancery.core.mail.MailAddress;
import org.chancery.core.mail.Mailer;

/** Keeps what is sent; does what a test tells it to when a letter is handed over. */
public final class MemoryMailer implements Mailer {
  /** Notices, as {@code user: subject}, a line break, and the text. */
  public final List<String> notices = new CopyOnWriteArrayList<>();

  /** Letters that were taken, with their enclosures read. */
  public final List<Sent> letters = new CopyOnWriteArrayList<>();

  /** Accounts without an address. */
  public final Set<String> without = new HashSet<>();

  /** What the server answers to letters. */
  public volatile Handover answer = new Handover.Accepted();

  /** Whether the server is away for notices. */
  public volatile boolean away;

  /** After how many notices the server goes away. */
  public volatile int awayAfter = Integer.MAX_VALUE;

  /** What runs as a letter is handed over, before the answer. */
  public volatile Runnable underWay = () -> {};

  /** What a letter's enclosures may have together, bytes. */
  public volatile long largest = 1_000_000;

  /** A letter and the bytes of its enclosures. */
  public record Sent(Letter letter, List<byte[]> enclosures) {}

  @Override
  public boolean send(String user, String subject, String text) {
    if (away || notices.size() >= awayAfter) {
      throw new UncheckedIOException(new IOException("away"));
    }
    if (address(user).isEmpty()) {
      return false;
    }
    notices.add(user + ": " + subject + "\n" + text);
    return true;
  }

  @Override
  public Optional<MailAddress> address(String user) {
    return without.contains(user) ? Optional.empty() : MailAddress.of(user + "@office.example");
  }

  @Override
  public Handover handOver(Letter letter) {
    List<byte[]> read = letter.enclosures().stream().map(MemoryMailer::bytes).toList();
    underWay.run();
    if (answer instanceof Handover.Accepted) {
      letters.add(new Sent(letter, read));
    }
    return answer;
  }

  private static byte[] bytes(Letter.Enclosure enclosure) {
    try (InputStream in = enclosure.bytes().get()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public long largest() {
    return largest;
  }

  @Override
  public String home() {
    return "https://chancery.example";
  }
}
