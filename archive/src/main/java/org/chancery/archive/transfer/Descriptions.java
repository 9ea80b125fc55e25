package org.chancery.archive.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.archive.format.Format;
import org.chancery.archive.format.FormatGate;
import org.chancery.archive.transfer.Metadata.Digitized;

/** Writes what describes the files of a package, row after row as they come. */
final class Descriptions {
  private static final DateTimeFormatter MODIFIED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private final FormatGate gate;
  private final TransferRequest request;
  private final TagFiles tags;
  private final Map<String, String> paths = new HashMap<>();

  Descriptions(FormatGate gate, TransferRequest request, TagFiles tags) {
    this.gate = gate;
    this.request = request;
    this.tags = tags;
  }

  /** Rows and entries are in the same order, one each for a file. */
  void write(Iterable<PackageFile> files, List<Journal.Entry> entries) throws IOException {
    entries.forEach(e -> paths.put(e.id(), e.path()));
    try (OutputStream table = tags.create(PackageLayout.METADATA_CSV);
        OutputStream list = tags.create(PackageLayout.FILE_LIST);
        OutputStream dublinCore = tags.create(PackageLayout.DUBLIN_CORE);
        OutputStream premis = tags.create(PackageLayout.PREMIS);
        DublinCore records = new DublinCore(dublinCore);
        Premis objects = new Premis(premis, request)) {
      line(table, MetadataColumn.header());
      line(list, PackageLayout.FILE_LIST_COLUMNS);
      Iterator<Journal.Entry> entry = entries.iterator();
      for (PackageFile file : files) {
        Journal.Entry its = entry.next();
        List<String> row = row(file, its);
        line(table, row);
        line(list, listed(file, its));
        records.add(row);
        objects.object(row);
      }
      objects.packaged();
      entry = entries.iterator();
      for (PackageFile file : files) {
        String path = entry.next().path();
        for (PreservationEvent event : file.events()) {
          objects.event(path, event);
        }
      }
    }
  }

  private static void line(OutputStream out, List<String> cells) throws IOException {
    out.write(PipeCsv.row(cells).getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> listed(PackageFile file, Journal.Entry entry) {
    String name = name(entry.path());
    int dot = name.lastIndexOf('.');
    return List.of(
        name,
        Long.toString(entry.size()),
        MODIFIED.format(file.bytes().modified()),
        dot < 0 ? "" : name.substring(dot + 1),
        entry.path(),
        entry.sha256());
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private List<String> row(PackageFile file, Journal.Entry entry) {
    Metadata metadata = file.metadata();
    Optional<Digitized> digitized = metadata.digitized();
    String original = file.copyOf().map(paths::get).orElse("");
    List<String> row = new ArrayList<>();
    row.add(name(entry.path()));
    row.add(metadata.recordId());
    row.add(metadata.titleOrId());
    row.add(metadata.description());
    row.add(metadata.creator());
    row.add(metadata.created().map(Object::toString).orElse(""));
    row.add(metadata.rights());
    row.add(metadata.coverage());
    row.add(relation(metadata.relation(), original));
    row.add(entry.path());
    row.add(file.kind().label());
    row.add(file.name());
    row.add(original);
    row.add(file.mediaType());
    row.add(gate.identify(file.candidate()).map(Format::name).orElse(""));
    row.add(file.pronom());
    row.add(Long.toString(entry.size()));
    row.add(entry.sha256());
    row.add("SHA-256");
    row.add(number(digitized.map(Digitized::width)));
    row.add(number(digitized.map(Digitized::height)));
    row.add(number(digitized.map(Digitized::bitDepth)));
    row.add(digitized.map(Digitized::colorSpace).orElse(""));
    row.add(digitized.map(Digitized::compression).orElse(""));
    row.add(number(digitized.map(Digitized::resolution)));
    row.add(digitized.map(Digitized::scanner).orElse(""));
    row.add(digitized.flatMap(Digitized::on).map(Object::toString).orElse(""));
    return row;
  }

  private static String number(Optional<Integer> number) {
    return number.filter(n -> n > 0).map(Object::toString).orElse("");
  }

  private static String relation(String own, String original) {
    if (original.isEmpty()) {
      return own;
    }
    String copy = "is format of " + original;
    return own.isEmpty() ? copy : own + "; " + copy;
  }
}
