package org.chancery.alfresco.repository;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.alfresco.service.cmr.repository.ContentData;
import org.alfresco.service.cmr.repository.ContentReader;
import org.alfresco.service.cmr.repository.ContentService;
import org.alfresco.service.cmr.repository.ContentWriter;
import org.alfresco.service.cmr.repository.FileContentReader;
import org.chancery.alfresco.repository.ContentRegister.Stored;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Sha256;
import org.chancery.core.repository.Typing;
import org.chancery.model.QName;

/**
 * Streams in the platform's content store. Several nodes may refer to one address; the platform
 * removes an address some days after the last reference to it, and {@link #sweep} what was never
 * referred to.
 */
final class AlfrescoContents implements Contents {

  private static final Duration LEFT_ALONE = Duration.ofDays(1);

  /** How long it takes at most from storing bytes to the commit of who refers to them. */
  private static final Duration IN_USE = Duration.ofSeconds(20);

  /** The store's folders by year, month, day, hour and minute. */
  private static final int FOLDERS = 6;

  private final ContentService contents;
  private final ContentRegister register;
  private final NodeReader reader;
  private final NodeWriter writer;
  private final PlatformNames names;
  private final Typing typing;
  private final AlfrescoTransactions transactions;
  private final Clock clock;

  AlfrescoContents(
      ContentService contents,
      ContentRegister register,
      NodeReader reader,
      NodeWriter writer,
      PlatformNames names,
      Typing typing,
      AlfrescoTransactions transactions,
      Clock clock) {
    this.contents = contents;
    this.register = register;
    this.reader = reader;
    this.writer = writer;
    this.names = names;
    this.typing = typing;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public ContentInfo store(InputStream bytes, String mediaType) {
    if (mediaType.isBlank()) {
      throw new IllegalArgumentException("Content needs a media type");
    }
    // The address in a transaction of its own, the bytes in none: a long upload holds no
    // connection.
    ContentWriter fresh = transactions.writeApart(() -> contents.getWriter(null, null, false));
    boolean keep = false;
    try {
      Stored stored = copy(bytes, fresh);
      keep = transactions.read(() -> whole(stored)).isEmpty();
      if (keep) {
        sync(fresh.getReader());
        register.add(fresh.getContentUrl(), stored);
      }
      return new ContentInfo(stored.sha256(), stored.size(), mediaType);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot store content", e);
    } finally {
      if (!keep) {
        discard(fresh.getReader());
      }
    }
  }

  private static Stored copy(InputStream bytes, ContentWriter to) throws IOException {
    MessageDigest digest = Sha256.computation();
    long size = 0;
    try (OutputStream out = to.getContentOutputStream()) {
      byte[] buffer = new byte[1 << 16];
      for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
        digest.update(buffer, 0, read);
        out.write(buffer, 0, read);
        size += read;
      }
    }
    return new Stored(HexFormat.of().formatHex(digest.digest()), size);
  }

  /** An address where such bytes lie and have not lost any. */
  private Optional<String> whole(Stored stored) {
    return register.addresses(stored).stream()
        .filter(
            url -> {
              ContentReader at = contents.getRawReader(url);
              return at != null && at.exists() && at.getSize() == stored.size();
            })
        .findFirst();
  }

  private static void sync(ContentReader written) throws IOException {
    if (written instanceof FileContentReader file) {
      Path at = file.getFile().toPath();
      for (int i = 0; i <= FOLDERS && at != null; i++) {
        try (FileChannel channel = FileChannel.open(at, StandardOpenOption.READ)) {
          channel.force(true);
        }
        at = at.getParent();
      }
    }
  }

  private static void discard(ContentReader written) {
    if (written instanceof FileContentReader file) {
      try {
        Files.deleteIfExists(file.getFile().toPath());
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot remove content that is not needed", e);
      }
    }
  }

  @Override
  public Node attach(Caller caller, NodeId id, QName property, ContentInfo stored) {
    return transactions.writing(
        caller,
        () -> {
          Node node = writer.lock(caller, id, Permission.WRITE);
          writer.refuseRoot(id);
          typing.checkContent(node, property);
          String url =
              whole(new Stored(stored.sha256(), stored.size()))
                  .filter(register::use)
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "There are no stored bytes " + stored.sha256()));
          writer.put(
              caller,
              PlatformNames.ref(id),
              Map.of(
                  names.toPlatform(property),
                  new ContentData(url, stored.mediaType(), stored.size(), "UTF-8")),
              Set.of());
          return reader.read(List.of(id)).get(0);
        });
  }

  @Override
  public InputStream open(Caller caller, NodeId id, QName property) {
    return reader(caller, id, property).getContentInputStream();
  }

  @Override
  public Path file(Caller caller, NodeId id, QName property) {
    if (reader(caller, id, property) instanceof FileContentReader file) {
      return file.getFile().toPath();
    }
    throw new IllegalStateException("The platform's content store keeps no files");
  }

  private ContentReader reader(Caller caller, NodeId id, QName property) {
    return transactions.reading(
        caller,
        () -> {
          if (!reader.visible(caller, id)) {
            throw new NotFound(id);
          }
          ContentData data = reader.state(PlatformNames.ref(id)).contents().get(property);
          return data == null ? notFound(id) : at(data.getContentUrl());
        });
  }

  private static ContentReader notFound(NodeId id) {
    throw new NotFound(id);
  }

  /**
   * What lies at an address.
   *
   * @throws IllegalStateException when the store has lost it
   */
  ContentReader at(String url) {
    ContentReader found = contents.getRawReader(url);
    if (found == null || !found.exists()) {
      throw new IllegalStateException("Content is missing from the store: " + url);
    }
    return found;
  }

  /**
   * Deletes the bytes at those of the addresses that nothing refers to, without waiting for the
   * platform's own clean-up of what is orphaned. An address that somebody used a moment ago is
   * waited for.
   *
   * @return the addresses that nothing refers to and whose bytes could not be deleted
   */
  List<String> erase(Collection<String> addresses) {
    List<String> left = List.copyOf(addresses);
    List<String> kept = new ArrayList<>();
    long end = System.nanoTime() + 2 * IN_USE.toNanos();
    while (!left.isEmpty()) {
      List<String> waiting = new ArrayList<>();
      for (String url : left) {
        Instant since = clock.instant().minus(IN_USE);
        if (transactions.write(() -> register.forget(url, since))) {
          erase(url, kept);
        } else if (!transactions.read(() -> register.referred(url))) {
          waiting.add(url);
        }
      }
      if (System.nanoTime() >= end) {
        kept.addAll(waiting);
        return kept;
      }
      left = waiting;
      if (!left.isEmpty()) {
        pause();
      }
    }
    return kept;
  }

  private void erase(String url, List<String> kept) {
    ContentReader at = contents.getRawReader(url);
    if (at == null || !at.exists()) {
      return;
    }
    discard(at);
    if (at.exists()) {
      kept.add(url);
    }
  }

  private static void pause() {
    try {
      TimeUnit.SECONDS.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while content was to be erased", e);
    }
  }

  /** Deletes bytes that nothing refers to and that nobody stored or attached for a day. */
  int sweep() {
    List<String> forgotten =
        transactions.write(() -> register.forget(clock.instant().minus(LEFT_ALONE)));
    forgotten.forEach(url -> discard(contents.getRawReader(url)));
    return forgotten.size();
  }
}
