package org.chancery.core.imports;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.Node;
import org.chancery.core.vocabulary.Stk;

/** What was decided on rows, kept with the file. */
final class Decisions {
  private static final Caller SYSTEM = Caller.ofSystem();

  private Decisions() {}

  static Map<Integer, Decision> read(Contents contents, Node work) {
    if (!work.contents().containsKey(Stk.IMPORT_DECISIONS)) {
      return Map.of();
    }
    try (InputStream in = contents.open(SYSTEM, work.id(), Stk.IMPORT_DECISIONS)) {
      return StoredJson.MAPPER.readValue(in, new TypeReference<TreeMap<Integer, Decision>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void keep(Contents contents, Node work, Map<Integer, Decision> all) {
    try {
      byte[] json = StoredJson.MAPPER.writeValueAsBytes(all);
      contents.attach(
          SYSTEM,
          work.id(),
          Stk.IMPORT_DECISIONS,
          contents.store(new ByteArrayInputStream(json), "application/json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether that can become of the row. */
  static void check(PlannedRow row, Decision decision) {
    if (row.fate() == Fate.REJECTED) {
      throw new Invalid(
          Map.of("row", "row " + row.number() + " cannot be imported; correct the file"));
    }
    switch (decision.decision()) {
      case "new", "skip" -> {
        if (decision.with().isPresent()) {
          throw new Invalid(Map.of("with", "belongs to merge alone"));
        }
      }
      case Decision.MERGE -> {
        if (row.candidates().stream()
            .noneMatch(each -> decision.with().filter(each.key()::equals).isPresent())) {
          throw new Invalid(Map.of("with", "must be one of the candidates of the row"));
        }
      }
      default -> throw new Invalid(Map.of("decision", "must be new, merge or skip"));
    }
  }
}
