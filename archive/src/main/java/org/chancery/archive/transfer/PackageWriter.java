package org.chancery.archive.transfer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.chancery.archive.bag.Fault;
import org.chancery.archive.bag.FaultCode;
import org.chancery.archive.format.FormatGate;
import org.chancery.archive.format.FormatList;

/**
 * Writes transfer packages: a BagIt 1.0 bag (RFC 8493) with SHA-256, the originals as they were
 * received, copies in lasting formats in a part of their own, and NARA's metadata beside them.
 *
 * <p>Each file is read once: copied and hashed together. Heap does not depend on the files' sizes;
 * of every file some 500 bytes are kept while a package is written.
 *
 * <p>Until it is whole, a package lies in {@code NAME.partial} beside its place, with {@code
 * NAME.journal}; the last steps are bagit.txt and then the name. Killed at any moment, the same
 * call with the same rows goes on: what the journal has is not copied again, and the package comes
 * out the same to the last byte.
 */
public final class PackageWriter {
  private final FormatGate gate;
  private final FormatList formats;
  private final Checkpoint checkpoint;

  /** A writer that lets through what the shipped list of formats does. */
  public PackageWriter() {
    this(Checkpoint.NONE);
  }

  /**
   * The same, for tests that end it on its way.
   *
   * @param checkpoint told {@code file N} after each file, {@code copied}, {@code described},
   *     {@code listed}, {@code undeclared}, {@code sealed} and {@code named}
   */
  public PackageWriter(Checkpoint checkpoint) {
    this.formats = FormatList.shipped();
    this.gate = new FormatGate(formats);
    this.checkpoint = checkpoint;
  }

  /** Told of every file that is done. */
  @FunctionalInterface
  public interface Progress {

    /**
     * So much is copied, counting what was copied before the writing was resumed.
     *
     * @param files number
     * @param bytes of them
     */
    void copied(long files, long bytes);
  }

  /**
   * What is wrong with these rows, all of it, without reading a file: formats, missing copies,
   * metadata, the request. {@link #write} looks at the same before it begins.
   */
  public List<Fault> plan(TransferRequest request, Iterable<PackageFile> files) {
    return new PackagePlan(gate).check(request, files);
  }

  /**
   * Writes a package, or goes on with it. A package that is whole already is left as it is.
   *
   * @param request what is transferred
   * @param files gone through four times, in the same order each time
   * @param folder the package's own, which must not exist; its parent must
   * @param progress told on the way
   * @throws IOException when the disk or a source fails; writing again goes on from there
   */
  public Written write(
      TransferRequest request, Iterable<PackageFile> files, Path folder, Progress progress)
      throws IOException {
    List<Fault> faults = plan(request, files);
    if (!faults.isEmpty()) {
      return new Written.Stopped(faults);
    }
    Places places = Places.of(folder);
    boolean whole = Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
    if (whole && !Files.exists(places.journal())) {
      return stopped(FaultCode.PLACE_TAKEN, "", "Something lies in " + folder.getFileName() + ".");
    }
    try (Journal journal = Journal.open(places.journal())) {
      String mark = mark(request);
      if (!journal.begin(mark).equals(mark)) {
        return stopped(
            FaultCode.ROWS, "", "What was begun here is the package of another request.");
      }
      Run run = new Run(request, files, places, journal, progress);
      return whole ? run.alreadyWhole() : run.write();
    }
  }

  /** Removes what an unfinished package has left beside its place. The package itself stays. */
  public static void discard(Path folder) throws IOException {
    Places places = Places.of(folder);
    if (Files.exists(places.partial(), LinkOption.NOFOLLOW_LINKS)) {
      deleteTree(places.partial());
    }
    Files.deleteIfExists(places.journal());
  }

  /** Removes a package, whole or not, with what lies beside it; nothing happens without one. */
  public static void remove(Path folder) throws IOException {
    discard(folder);
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      deleteTree(folder);
    }
  }

  private static String mark(TransferRequest request) {
    byte[] text = ("package 1\n" + request).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Copier.sha256().digest(text));
  }

  private static Written stopped(FaultCode code, String path, String what) {
    return new Written.Stopped(List.of(new Fault(code, path, what)));
  }

  private static void deleteTree(Path root) throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException cause)
              throws IOException {
            if (cause != null) {
              throw cause;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Where a package lies, and what lies beside it until it is whole. */
  private record Places(Path folder, Path partial, Path journal) {
    static Places of(Path folder) {
      Path absolute = folder.toAbsolutePath().normalize();
      String name = absolute.getFileName().toString();
      return new Places(
          absolute,
          absolute.resolveSibling(name + ".partial"),
          absolute.resolveSibling(name + ".journal"));
    }
  }

  /** One writing of one package. */
  private final class Run {
    private final TransferRequest request;
    private final Iterable<PackageFile> files;
    private final Places places;
    private final Journal journal;
    private final Progress progress;
    private final List<Journal.Entry> entries = new ArrayList<>();
    private final PortableNames names = new PortableNames();
    private long originals;
    private long bytes;

    Run(
        TransferRequest request,
        Iterable<PackageFile> files,
        Places places,
        Journal journal,
        Progress progress) {
      this.request = request;
      this.files = files;
      this.places = places;
      this.journal = journal;
      this.progress = progress;
    }

    /** It was given its name; only the journal was left to be removed. */
    Written alreadyWhole() throws IOException {
      journal.replay(
          entry -> {
            bytes += entry.size();
            return entries.add(entry);
          });
      byte[] manifest = Files.readAllBytes(places.folder().resolve(BagTags.TAG_MANIFEST));
      Files.deleteIfExists(places.journal());
      String seal = HexFormat.of().formatHex(Copier.sha256().digest(manifest));
      return new Written.Complete(places.folder(), entries.size(), bytes, seal);
    }

    Written write() throws IOException {
      Deque<Journal.Entry> done = new ArrayDeque<>();
      journal.replay(entry -> isThere(entry) && done.add(entry));
      Files.createDirectories(places.partial());
      Optional<Fault> fault = copyAll(done);
      if (fault.isPresent()) {
        return new Written.Stopped(List.of(fault.get()));
      }
      checkpoint.reached("copied");
      String seal = finish();
      return new Written.Complete(places.folder(), entries.size(), bytes, seal);
    }

    private boolean isThere(Journal.Entry entry) throws IOException {
      Path file = places.partial().resolve(entry.path());
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          && Files.size(file) == entry.size();
    }

    private Optional<Fault> copyAll(Deque<Journal.Entry> done) throws IOException {
      try (Copier copier = new Copier(places.partial(), journal)) {
        Optional<Fault> fault = Optional.empty();
        for (PackageFile file : files) {
          fault = copyOne(file, done, copier);
          if (fault.isPresent()) {
            break;
          }
          progress.copied(entries.size(), bytes);
        }
        copier.finish();
        if (fault.isEmpty() && !done.isEmpty()) {
          return Optional.of(
              new Fault(FaultCode.ROWS, "", "There are fewer rows than when it was begun."));
        }
        return fault;
      }
    }

    private Optional<Fault> copyOne(PackageFile file, Deque<Journal.Entry> done, Copier copier)
        throws IOException {
      String part = file.copyOf().isPresent() ? PackageLayout.COPIES : PackageLayout.ORIGINALS;
      String path = names.path(part, file.folders(), file.name());
      Journal.Entry entry = done.poll();
      boolean copied = entry != null;
      if (!copied) {
        entry = copier.copy(file, path);
      } else if (!entry.id().equals(file.id()) || !entry.path().equals(path)) {
        return Optional.of(
            new Fault(
                FaultCode.ROWS,
                PackagePlan.given(file),
                "The rows are not those it was begun with."));
      }
      Optional<Fault> fault = difference(file, entry);
      if (fault.isPresent()) {
        return fault;
      }
      if (!copied) {
        copier.keep(entry);
        checkpoint.reached("file " + entries.size());
      }
      entries.add(entry);
      bytes += entry.size();
      originals += file.copyOf().isPresent() ? 0 : 1;
      return Optional.empty();
    }

    private Optional<Fault> difference(PackageFile file, Journal.Entry entry) {
      String expected = file.bytes().sha256();
      if (file.bytes().size() != entry.size()) {
        return Optional.of(
            differs(file, "It has " + entry.size() + " bytes, not " + file.bytes().size() + "."));
      }
      if (!expected.isEmpty() && !expected.equals(entry.sha256())) {
        return Optional.of(differs(file, "Its SHA-256 is not the one of when it was received."));
      }
      return Optional.empty();
    }

    private Fault differs(PackageFile file, String what) {
      return new Fault(FaultCode.ORIGINAL_DIFFERS, PackagePlan.given(file), what);
    }

    /** Everything around the payload; bagit.txt comes last but for the name. */
    private String finish() throws IOException {
      RequestDocuments.Volume volume =
          new RequestDocuments.Volume(originals, entries.size() - originals, bytes);
      TagFiles tags = new TagFiles(places.partial());
      new Descriptions(gate, request, tags).write(files, entries);
      new RequestDocuments(request, volume, formats).write(tags);
      checkpoint.reached("described");
      String seal = new BagTags(tags, request, volume).write(entries, checkpoint);
      Copier.syncFolder(places.partial().resolve("metadata"));
      Copier.syncFolder(places.partial());
      checkpoint.reached("sealed");
      move();
      checkpoint.reached("named");
      Files.deleteIfExists(places.journal());
      return seal;
    }

    private void move() throws IOException {
      try {
        Files.move(places.partial(), places.folder(), StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        throw new IOException("The package cannot be given its name in one step.", e);
      }
      Copier.syncFolder(places.folder().getParent());
    }
  }
}
