package org.chancery.core.erasure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Node;
import org.chancery.core.vocabulary.Cor;

/** What documents say: their data, and what was read in them. */
final class DocumentTexts {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final int LONGEST = 4 << 20;

  private final Contents contents;

  DocumentTexts(Contents contents) {
    this.contents = contents;
  }

  /** Name and data of a document, with what was read in it. */
  String of(Node document) {
    if (!document.contents().containsKey(Cor.TEXT)) {
      return data(document);
    }
    try (InputStream text = contents.open(SYSTEM, document.id(), Cor.TEXT)) {
      String read = new String(text.readNBytes(LONGEST), StandardCharsets.UTF_8);
      return data(document) + "\n" + read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String data(Node document) {
    return Stream.concat(Stream.of(document.name()), Mentions.texts(document).values().stream())
        .collect(Collectors.joining("\n"));
  }
}
