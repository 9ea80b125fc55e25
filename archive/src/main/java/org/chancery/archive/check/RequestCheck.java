package org.chancery.archive.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.chancery.archive.bag.BagContents;
import org.chancery.archive.bag.Fault;
import org.chancery.archive.bag.FaultCode;
import org.chancery.archive.transfer.PackageLayout;

/** The transfer request's data: complete, and about this many files and bytes. */
final class RequestCheck {
  private static final int LIMIT = 1 << 20;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> MANDATORY =
      List.of(
          "/transfer",
          "/agency",
          "/creatingOffice",
          "/seriesTitle",
          "/dateSpan/from",
          "/dateSpan/to",
          "/dispositionAuthority",
          "/legalTransfer");

  private final Path base;
  private final Map<String, Long> payload;
  private final Consumer<Fault> faults;

  RequestCheck(Path base, Map<String, Long> payload, Consumer<Fault> faults) {
    this.base = base;
    this.payload = payload;
    this.faults = faults;
  }

  void check(BagContents contents) throws IOException {
    if (!contents.files().containsKey(PackageLayout.REQUEST_JSON)) {
      return;
    }
    byte[] bytes;
    try (InputStream in =
        Files.newInputStream(base.resolve(PackageLayout.REQUEST_JSON), LinkOption.NOFOLLOW_LINKS)) {
      bytes = in.readNBytes(LIMIT);
    }
    try {
      request(JSON.readTree(bytes));
    } catch (JsonProcessingException e) {
      report("It is not JSON that can be read.");
    }
  }

  private void request(JsonNode root) {
    for (String field : MANDATORY) {
      if (root.at(field).asText().isBlank()) {
        report("It lacks " + field.substring(1).replace('/', ' ') + ".");
      }
    }
    long bytes = payload.values().stream().mapToLong(Long::longValue).sum();
    if (root.at("/volume/files").asLong(-1) != payload.size()
        || root.at("/volume/bytes").asLong(-1) != bytes) {
      report("Its volume is not the package's: " + payload.size() + " files, " + bytes + " bytes.");
    }
  }

  private void report(String what) {
    faults.accept(new Fault(FaultCode.TRANSFER_REQUEST, PackageLayout.REQUEST_JSON, what));
  }
}
