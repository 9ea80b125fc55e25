package org.chancery.archive.transfer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.chancery.archive.bag.Fault;
import org.chancery.archive.bag.FaultCode;
import org.chancery.archive.format.Decision;
import org.chancery.archive.format.FormatGate;

/** Everything that can be known to be wrong before a byte is copied, all of it at once. */
final class PackagePlan {
  private final FormatGate gate;
  private final List<Fault> faults = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  /** Originals that need a copy: the target, and what the fault would say. */
  private final Map<String, Need> needs = new LinkedHashMap<>();

  private final Map<String, Set<String>> copies = new HashMap<>();
  private final Map<String, String> copyPaths = new LinkedHashMap<>();
  private final Set<String> originals = new HashSet<>();

  /** Originals that cannot go by themselves, with the reason. */
  private final Map<String, Need> refused = new LinkedHashMap<>();

  private record Need(String path, String target) {}

  PackagePlan(FormatGate gate) {
    this.gate = gate;
  }

  List<Fault> check(TransferRequest request, Iterable<PackageFile> files) {
    request(request);
    for (PackageFile file : files) {
      file(file);
    }
    if (originals.isEmpty()) {
      faults.add(new Fault(FaultCode.ROWS, "", "There is no original to transfer."));
    }
    needs.forEach(this::need);
    refused.forEach(this::refused);
    copyPaths.forEach(
        (original, path) -> {
          if (!originals.contains(original)) {
            faults.add(new Fault(FaultCode.ROWS, path, "It is a copy of nothing in the package."));
          }
        });
    return List.copyOf(faults);
  }

  private void request(TransferRequest request) {
    mandatory(request.id(), "our own identifier");
    mandatory(request.agency(), "the agency");
    mandatory(request.creatingOffice(), "the creating office");
    mandatory(request.seriesTitle(), "the series title");
    mandatory(request.dispositionAuthority(), "the disposition authority number");
    LocalDate from = request.from();
    if (from.isAfter(request.to())) {
      faults.add(new Fault(FaultCode.TRANSFER_REQUEST, "", "The date span ends before it begins."));
    }
  }

  private void mandatory(String value, String what) {
    if (value.isBlank()) {
      faults.add(new Fault(FaultCode.TRANSFER_REQUEST, "", "It lacks " + what + "."));
    }
  }

  private void file(PackageFile file) {
    String path = given(file);
    if (!ids.add(file.id())) {
      report(FaultCode.ROWS, path, "Another row has the same identifier.");
    }
    if (file.id().isEmpty() || file.id().chars().anyMatch(c -> c < ' ' || c == '|' || c == 0x7f)) {
      report(FaultCode.ROWS, path, "Its identifier has a pipe or a control character, or is none.");
    }
    if (file.bytes().size() == 0) {
      report(FaultCode.ZERO_BYTE, path, "The file has no content.");
    }
    String sha256 = file.bytes().sha256();
    if (!sha256.matches("[0-9a-f]{64}") && !(sha256.isEmpty() && file.copyOf().isPresent())) {
      report(FaultCode.ROWS, path, "There is no SHA-256 to hold it to.");
    }
    metadata(file, path);
    if (file.copyOf().isPresent()) {
      copies
          .computeIfAbsent(file.copyOf().get(), o -> new HashSet<>())
          .add(file.candidate().name().replaceFirst("(?s).*\\.", "").toLowerCase(Locale.ROOT));
      copyPaths.put(file.copyOf().get(), path);
    } else {
      originals.add(file.id());
      format(file, path);
    }
  }

  private void metadata(PackageFile file, String path) {
    Metadata metadata = file.metadata();
    incomplete(path, metadata.recordId().isBlank(), MetadataColumn.RECORD_ID);
    incomplete(path, metadata.description().isBlank(), MetadataColumn.DESCRIPTION);
    incomplete(path, metadata.creator().isBlank(), MetadataColumn.CREATOR);
    incomplete(path, metadata.created().isEmpty(), MetadataColumn.CREATION_DATE);
  }

  private void incomplete(String path, boolean missing, MetadataColumn column) {
    if (missing) {
      report(FaultCode.METADATA_INCOMPLETE, path, "It lacks " + column.title() + ".");
    }
  }

  private void format(PackageFile file, String path) {
    Decision decision = gate.decide(file.kind(), file.candidate());
    if (decision instanceof Decision.Refuse no) {
      refused.put(file.id(), new Need(path, no.reason()));
    } else if (decision instanceof Decision.Convert convert) {
      needs.put(file.id(), new Need(path, convert.target()));
    }
  }

  private void need(String original, Need need) {
    if (!Decision.Convert.hasCopy(need.target(), copies.getOrDefault(original, Set.of()))) {
      report(
          FaultCode.COPY_MISSING,
          need.path(),
          "It needs a copy beside it as " + need.target() + ".");
    }
  }

  /** It goes all the same when a copy that lasts goes beside it. */
  private void refused(String original, Need why) {
    if (copies.getOrDefault(original, Set.of()).stream().noneMatch(gate::stands)) {
      report(FaultCode.FORMAT_REFUSED, why.path(), why.target());
    }
  }

  private void report(FaultCode code, String path, String what) {
    faults.add(new Fault(code, path, what));
  }

  /** The path as people know it. */
  static String given(PackageFile file) {
    List<String> parts = new ArrayList<>(file.folders());
    parts.add(file.name());
    return String.join("/", parts);
  }
}
