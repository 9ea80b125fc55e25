package org.chancery.core.disposition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.Versions;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Rec;

/**
 * What a folder holds, without a word of it.
 *
 * @param numbers of its case files and records
 * @param files how many case files
 * @param documents how many documents
 * @param bytes of their originals
 * @param first the earliest moment of anything in it
 */
record Contained(
    List<String> numbers, int files, int documents, long bytes, Optional<Instant> first) {
  private static final Caller SYSTEM = Caller.ofSystem();

  /** Of a folder and all below it. */
  static Contained of(List<Node> whole) {
    Set<String> numbers = new LinkedHashSet<>();
    int files = 0;
    int documents = 0;
    long bytes = 0;
    Optional<Instant> first = Optional.empty();
    for (Node node : whole) {
      node.text(Cor.FILE_NUMBER).ifPresent(numbers::add);
      files += node.type().equals(Cor.CASE_FILE) ? 1 : 0;
      ContentInfo content = node.contents().get(Cm.CONTENT);
      documents += content == null ? 0 : 1;
      bytes += content == null ? 0 : content.size();
      if (first.isEmpty() || node.createdAt().isBefore(first.get())) {
        first = Optional.of(node.createdAt());
      }
    }
    whole.forEach(node -> node.text(Rec.RECORD_ID).ifPresent(numbers::add));
    return new Contained(List.copyOf(numbers), files, documents, bytes, first);
  }

  /** SHA-256 of each content, of each version too, each once. */
  static List<String> hashes(List<Node> whole, Versions versions) {
    Set<String> hashes = new LinkedHashSet<>();
    for (Node node : whole) {
      node.contents().values().stream().map(ContentInfo::sha256).sorted().forEach(hashes::add);
      if (!node.contents().isEmpty()) {
        versions.list(SYSTEM, node.id()).stream()
            .flatMap(version -> version.contents().values().stream())
            .map(ContentInfo::sha256)
            .sorted()
            .forEach(hashes::add);
      }
    }
    return List.copyOf(new ArrayList<>(hashes));
  }

  /** The day of the earliest thing in it, or the earliest date received if that is before. */
  static Optional<LocalDate> from(List<Node> whole, ZoneId office) {
    Optional<LocalDate> made =
        of(whole).first().map(instant -> LocalDate.ofInstant(instant, office));
    return whole.stream()
        .flatMap(node -> node.date(Cor.DATE_RECEIVED).stream())
        .min(LocalDate::compareTo)
        .filter(day -> made.isEmpty() || day.isBefore(made.get()))
        .or(() -> made);
  }
}
