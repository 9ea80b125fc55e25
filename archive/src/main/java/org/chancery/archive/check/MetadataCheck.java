package org.chancery.archive.check;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.chancery.archive.bag.BagContents;
import org.chancery.archive.bag.Fault;
import org.chancery.archive.bag.FaultCode;
import org.chancery.archive.format.Decision;
import org.chancery.archive.format.FormatGate;
import org.chancery.archive.format.RecordKind;
import org.chancery.archive.transfer.MetadataColumn;
import org.chancery.archive.transfer.PackageLayout;

/** A row of metadata for every file, with what is mandatory; and by it the formats. */
final class MetadataCheck {
  private final Path base;
  private final Map<String, Long> payload;
  private final Map<String, String> sha256;
  private final FormatGate gate;
  private final Consumer<Fault> faults;
  private final Set<String> described = new HashSet<>();
  private final Map<String, String> needed = new LinkedHashMap<>();
  private final Map<String, String> refused = new LinkedHashMap<>();
  private final Map<String, Set<String>> copies = new HashMap<>();

  MetadataCheck(
      Path base,
      Map<String, Long> payload,
      Map<String, String> sha256,
      FormatGate gate,
      Consumer<Fault> faults) {
    this.base = base;
    this.payload = payload;
    this.sha256 = sha256;
    this.gate = gate;
    this.faults = faults;
  }

  void check(BagContents contents) throws IOException {
    if (!contents.files().containsKey(PackageLayout.METADATA_CSV)) {
      return;
    }
    new TableReader(PackageLayout.METADATA_CSV, MetadataColumn.header(), faults)
        .read(base, this::row);
    for (String path : payload.keySet()) {
      if (!described.contains(path)) {
        report(FaultCode.METADATA_MISSING, path, "The metadata have no row for it.");
      }
    }
    needed.forEach(
        (path, target) -> {
          if (!Decision.Convert.hasCopy(target, copies.getOrDefault(path, Set.of()))) {
            report(FaultCode.COPY_MISSING, path, "It needs a copy beside it as " + target + ".");
          }
        });
    refused.forEach(
        (path, why) -> {
          if (copies.getOrDefault(path, Set.of()).stream().noneMatch(gate::stands)) {
            report(FaultCode.FORMAT_REFUSED, path, why);
          }
        });
  }

  private void row(List<String> row) {
    String path = MetadataColumn.FILE_PATH.of(row);
    for (MetadataColumn column : MetadataColumn.values()) {
      if (column.isMandatory() && column.of(row).isBlank()) {
        report(FaultCode.METADATA_INCOMPLETE, path, "It lacks " + column.title() + ".");
      }
    }
    if (!described.add(path)) {
      report(FaultCode.LIST_ROW, path, "The metadata have two rows for it.");
    } else if (!payload.containsKey(path)) {
      report(FaultCode.LISTED_NOT_THERE, path, "The metadata have it, the package has not.");
    } else {
      facts(path, row);
      format(path, row);
    }
  }

  private void facts(String path, List<String> row) {
    String expected = sha256.get(path);
    boolean right =
        MetadataColumn.SIZE.of(row).equals(payload.get(path).toString())
            && MetadataColumn.FILE_NAME.of(row).equals(path.substring(path.lastIndexOf('/') + 1))
            && (expected == null || MetadataColumn.CHECKSUM.of(row).equalsIgnoreCase(expected));
    if (!right) {
      report(
          FaultCode.LIST_DIFFERS, path, "The metadata have another name, size or checksum for it.");
    }
    String created = MetadataColumn.CREATION_DATE.of(row);
    try {
      LocalDate.parse(created);
    } catch (DateTimeException e) {
      if (!created.isBlank()) {
        report(FaultCode.METADATA_INCOMPLETE, path, "Its Creation Date is not a day.");
      }
    }
  }

  private void format(String path, List<String> row) {
    String original = MetadataColumn.COPY_OF.of(row);
    if (path.startsWith(PackageLayout.COPIES)) {
      if (!payload.containsKey(original)) {
        report(FaultCode.LISTED_NOT_THERE, path, "What it is a copy of is not in the package.");
      }
      copies
          .computeIfAbsent(original, o -> new HashSet<>())
          .add(path.substring(path.lastIndexOf('.') + 1));
      return;
    }
    Optional<RecordKind> kind = RecordKind.ofLabel(MetadataColumn.RECORD_TYPE.of(row));
    if (kind.isEmpty()) {
      report(FaultCode.METADATA_INCOMPLETE, path, "Its Record Type is not one that is known.");
      return;
    }
    FormatGate.Candidate file =
        new FormatGate.Candidate(
            MetadataColumn.ORIGINAL_NAME.of(row),
            MetadataColumn.MEDIA_TYPE.of(row),
            MetadataColumn.PRONOM.of(row));
    Decision decision = gate.decide(kind.get(), file);
    if (decision instanceof Decision.Refuse no) {
      refused.put(path, no.reason());
    } else if (decision instanceof Decision.Convert convert) {
      needed.put(path, convert.target());
    }
  }

  private void report(FaultCode code, String path, String what) {
    faults.accept(new Fault(code, path, what));
  }
}
