package org.chancery.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.chancery.archive.bag.Fault;
import org.chancery.archive.check.CheckCommand;
import org.chancery.archive.format.Decision;
import org.chancery.archive.format.FormatGate;
import org.chancery.archive.format.RecordKind;
import org.chancery.archive.transfer.LegalTransfer;
import org.chancery.archive.transfer.Metadata;
import org.chancery.archive.transfer.PackageFile;
import org.chancery.archive.transfer.PackageLayout;
import org.chancery.archive.transfer.PackageWriter;
import org.chancery.archive.transfer.PortableNames;
import org.chancery.archive.transfer.PreservationEvent;
import org.chancery.archive.transfer.TransferRequest;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.transfer.Packager;
import org.chancery.core.transfer.PackedFile;
import org.chancery.core.transfer.TransferFault;

/** Packages by the module {@code archive}, in one folder. */
public final class ArchivePackager implements Packager {
  private static final int HEAP_MEGABYTES = 512;
  private static final Duration LEAST = Duration.ofMinutes(10);
  private static final Duration PER_FILE = Duration.ofSeconds(2);
  private static final long BYTES_A_SECOND = 5_000_000;
  private static final Map<String, String> PRONOM =
      Map.of(
          "1a", "fmt/95", "1b", "fmt/354", "2a", "fmt/476", "2b", "fmt/477", "2u", "fmt/478", "3a",
          "fmt/479", "3b", "fmt/480", "3u", "fmt/481");

  private final Path place;
  private final Sender sender;
  private final ArchiveClasses classes;
  private final PdfACheck pdfA;
  private final Checkpoint checkpoint;
  private final FormatGate gate = FormatGate.shipped();

  /**
   * Packages in that folder.
   *
   * @param place outside of the content store; made when it is missing
   * @param sender who transfers
   * @param classes where the archive's classes are
   * @param checkpoint told {@code package-} and the name of each step of the writing; {@code
   *     package-file} after each file
   */
  public ArchivePackager(Path place, Sender sender, ArchiveClasses classes, Checkpoint checkpoint) {
    this.place = place.toAbsolutePath().normalize();
    this.sender = sender;
    this.classes = classes;
    this.pdfA = new PdfACheck(classes);
    this.checkpoint = checkpoint;
  }

  @Override
  public Fate fate(PackedFile.Kind kind, String name, String mediaType, String flavour) {
    Decision decision =
        gate.decide(kind(kind), new FormatGate.Candidate(name, plain(mediaType), pronom(flavour)));
    if (decision instanceof Decision.Convert convert) {
      return new Fate.NeedsCopy(convert.target());
    }
    return decision instanceof Decision.Refuse no ? new Fate.Refused(no.reason()) : new Fate.Goes();
  }

  @Override
  public boolean stands(String name) {
    int dot = name.lastIndexOf('.');
    return dot >= 0 && gate.stands(name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  @Override
  public List<PdfA> pdfA(List<Path> files, BooleanSupplier alive) throws IOException {
    return pdfA.find(files, alive);
  }

  @Override
  public Written write(Shipment shipment, Iterable<PackedFile> files, Progress progress)
      throws IOException {
    makePlace();
    Optional<Written.Complete> whole = WholePackage.find(folder(shipment.name()), shipment);
    if (whole.isPresent()) {
      return whole.get();
    }
    org.chancery.archive.transfer.Written written =
        new PackageWriter(point -> checkpoint.reached("package-" + point.split(" ")[0]))
            .write(request(shipment), rows(files), folder(shipment.name()), progress::copied);
    if (written instanceof org.chancery.archive.transfer.Written.Complete complete) {
      return new Written.Complete(complete.files(), complete.bytes(), complete.seal());
    }
    List<Fault> faults = ((org.chancery.archive.transfer.Written.Stopped) written).faults();
    return new Written.Stopped(
        faults.stream()
            .map(
                each ->
                    new TransferFault(
                        each.code().key(),
                        each.path(),
                        each.what(),
                        each.code().remedy(),
                        Optional.empty()))
            .toList());
  }

  /** What lies there are records: for their owner alone. */
  private void makePlace() throws IOException {
    if (!Files.isDirectory(place)) {
      Files.createDirectories(
          place,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
  }

  private Path folder(String name) {
    if (!name.matches("[a-z0-9][a-z0-9-]*")) {
      throw new IllegalArgumentException("No package may have the name " + name);
    }
    return place.resolve(name);
  }

  private TransferRequest request(Shipment shipment) {
    return new TransferRequest(
        shipment.name(),
        sender.agency(),
        sender.office(),
        sender.recordGroup(),
        shipment.seriesTitle(),
        shipment.description(),
        shipment.from(),
        shipment.to(),
        shipment.authority(),
        LegalTransfer.DIRECT_OFFER,
        shipment.restrictions(),
        new TransferRequest.Contact(sender.contact(), sender.phone(), sender.email()),
        shipment.preparedAt());
  }

  /** The same files as the archive knows them, made one by one as they are asked for. */
  private static Iterable<PackageFile> rows(Iterable<PackedFile> files) {
    return () -> {
      Iterator<PackedFile> each = files.iterator();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return each.hasNext();
        }

        @Override
        public PackageFile next() {
          return row(each.next());
        }
      };
    };
  }

  private static PackageFile row(PackedFile file) {
    PackedFile.Description about = file.description();
    Metadata metadata =
        new Metadata(
            about.recordId(),
            about.title(),
            about.text(),
            about.creator(),
            Optional.of(about.created()),
            about.rights(),
            about.coverage(),
            about.relation(),
            about
                .digitizedOn()
                .map(
                    on ->
                        new Metadata.Digitized(
                            0, 0, 0, "", "", about.resolution(), "", Optional.of(on))));
    return new PackageFile(
        file.id(),
        file.copyOf(),
        file.folders(),
        file.name(),
        new PackageFile.Bytes(
            file.size(), file.sha256(), file.modified(), () -> file.source().open()),
        kind(file.kind()),
        plain(file.mediaType()),
        pronom(file.pdfA()),
        metadata,
        file.events().get().stream().map(ArchivePackager::event).toList());
  }

  private static PreservationEvent event(PackedFile.Event event) {
    return new PreservationEvent(
        event.id(),
        event.type(),
        event.at(),
        "",
        event.outcome(),
        new PreservationEvent.Agent(
            event.agent(), event.agentName(), event.person() ? "person" : "software"));
  }

  private static RecordKind kind(PackedFile.Kind kind) {
    return switch (kind) {
      case EMAIL -> RecordKind.EMAIL;
      case DIGITIZED_PAPER -> RecordKind.DIGITIZED_PAPER;
      case TEXT -> RecordKind.TEXT;
      case OTHER -> RecordKind.OTHER;
    };
  }

  private static String plain(String mediaType) {
    return mediaType.replaceFirst("\\s*;.*", "");
  }

  private static String pronom(String flavour) {
    return PRONOM.getOrDefault(flavour, "");
  }

  @Override
  public List<TransferFault> check(String name, Iterable<PackedFile> files, BooleanSupplier alive)
      throws IOException {
    long end = System.nanoTime() + patience(files).toNanos();
    List<TransferFault> found = new ArrayList<>();
    try (ArchiveProcess process =
        ArchiveProcess.start(
            classes.path(),
            HEAP_MEGABYTES,
            CheckCommand.class.getName(),
            List.of(folder(name).toString()))) {
      String line = next(process, end, alive);
      while (line != null) {
        found.add(fault(line));
        line = next(process, end, alive);
      }
      int status = process.status();
      if (status != (found.isEmpty() ? 0 : 1)) {
        throw new IOException("The check of " + name + " ended with " + status + ".");
      }
    }
    return found.isEmpty() ? found : named(found, files);
  }

  private static String next(ArchiveProcess process, long end, BooleanSupplier alive)
      throws IOException {
    return process.next(Duration.ofNanos(Math.max(1, end - System.nanoTime())), alive);
  }

  private static Duration patience(Iterable<PackedFile> files) {
    Duration patience = LEAST;
    for (PackedFile file : files) {
      patience = patience.plus(PER_FILE).plusSeconds(file.size() / BYTES_A_SECOND);
    }
    return patience;
  }

  /** A row as the command prints it. */
  private static TransferFault fault(String line) throws IOException {
    String[] cells = line.split("\t", -1);
    if (cells.length != 4) {
      throw new IOException("The check printed what is no row: " + line);
    }
    return new TransferFault(
        cells[0], cells[1].equals(".") ? "" : cells[1], cells[2], cells[3], Optional.empty());
  }

  /** The same names in the same order get the same paths; so a path tells of which file it is. */
  private static List<TransferFault> named(List<TransferFault> faults, Iterable<PackedFile> files) {
    PortableNames names = new PortableNames();
    Map<String, String> byPath = new HashMap<>();
    for (PackedFile file : files) {
      String part = file.copyOf().isPresent() ? PackageLayout.COPIES : PackageLayout.ORIGINALS;
      byPath.put(names.path(part, file.folders(), file.name()), file.copyOf().orElse(file.id()));
    }
    return faults.stream()
        .map(
            each ->
                new TransferFault(
                    each.code(),
                    each.path(),
                    each.what(),
                    each.todo(),
                    Optional.ofNullable(byPath.get(each.path()))))
        .toList();
  }

  @Override
  public void discard(String name) throws IOException {
    PackageWriter.remove(folder(name));
  }

  @Override
  public Path place() {
    return place;
  }

  @Override
  public Sender sender() {
    return sender;
  }
}
