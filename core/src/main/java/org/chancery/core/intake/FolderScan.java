package org.chancery.core.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.chancery.core.repository.Sha256;

/**
 * Looks through the watched folder and remembers, from look to look, since when each file has kept
 * still. Not safe for use by several threads.
 */
final class FolderScan {
  private static final int DEEPEST = 8;
  private static final Pattern TEMPORARY =
      Pattern.compile(
          "(?i)^(?:\\..*|~.*|.*~|.*\\.(?:part|partial|tmp|temp|crdownload|filepart|download|swp)"
              + ")$");

  /** What desktops leave in every folder; never anybody's letter. */
  private static final Pattern LITTER =
      Pattern.compile("(?i)^(?:\\.ds_store|\\._.*|\\.chancery|thumbs\\.db|desktop\\.ini)$");

  /** A file with an unfinished file's name that keeps still for so long was probably forgotten. */
  private static final Duration STRANDED = Duration.ofMinutes(5);

  private final Path inbox;
  private final Duration quiet;
  private Map<Path, Seen> seen = new HashMap<>();
  private Instant looked = Instant.EPOCH;

  private record Seen(FileStamp stamp, Instant still, Instant first) {}

  FolderScan(Path inbox, Duration quiet) {
    this.inbox = inbox;
    this.quiet = quiet;
  }

  /**
   * What one look found.
   *
   * @param ready files that have kept still long enough
   * @param waiting the others, with the reason
   * @param folders the folder and its sub-folders
   */
  record Found(List<Path> ready, List<ArrivingFile> waiting, Set<Path> folders) {}

  /**
   * Looks.
   *
   * @throws IOException when the folder itself cannot be read
   */
  Found look(Instant now) throws IOException {
    looked = now;
    Found found = new Found(new ArrayList<>(), new ArrayList<>(), new LinkedHashSet<>());
    Map<Path, Seen> next = new HashMap<>();
    walk(inbox, 0, now, found, next);
    seen = next;
    return found;
  }

  private void walk(Path folder, int depth, Instant now, Found found, Map<Path, Seen> next)
      throws IOException {
    found.folders().add(folder);
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        if (LITTER.matcher(name).matches()) {
          continue;
        }
        if (TEMPORARY.matcher(name).matches()) {
          unfinished(entry, now, found, next);
        } else {
          entry(entry, depth, now, found, next);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  private void entry(Path entry, int depth, Instant now, Found found, Map<Path, Seen> next) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      Seen is = seen(entry, FileStamp.of(attributes), now);
      next.put(entry, is);
      if (attributes.isSymbolicLink()) {
        found
            .waiting()
            .add(
                waiting(
                    entry,
                    "symlink",
                    "A link is not followed. Put the file itself into the folder."));
      } else if (attributes.isDirectory()) {
        directory(entry, depth, now, found, next);
      } else if (!attributes.isRegularFile()) {
        found.waiting().add(waiting(entry, "not-a-file", "This is no file that can be read."));
      } else {
        file(entry, is, now, found);
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      // Gone or renamed since the folder was listed; the next look finds it where it is then.
      next.remove(entry);
    } catch (IOException e) {
      found.waiting().add(waiting(entry, "unreadable", "It cannot be looked at: " + why(e)));
    }
  }

  /** Left alone, since a program will rename it when it is whole; but not silently for ever. */
  private void unfinished(Path file, Instant now, Found found, Map<Path, Seen> next) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!attributes.isRegularFile()) {
        return;
      }
      Seen is = seen(file, FileStamp.of(attributes), now);
      next.put(file, is);
      if (Duration.between(is.still(), now).compareTo(STRANDED) >= 0) {
        found
            .waiting()
            .add(
                waiting(
                    file,
                    "unfinished-name",
                    "Its name is one that programs give to files they have not finished. If it is"
                        + " whole, rename it."));
      }
    } catch (IOException e) {
      // Renamed or gone, as such files are; if it is there, the next look sees it.
      next.remove(file);
    }
  }

  private void directory(Path folder, int depth, Instant now, Found found, Map<Path, Seen> next) {
    if (depth == DEEPEST) {
      found
          .waiting()
          .add(waiting(folder, "too-deep", "Folders this deep are not looked into; move it up."));
      return;
    }
    try {
      walk(folder, depth + 1, now, found, next);
    } catch (IOException e) {
      found
          .waiting()
          .add(
              waiting(
                  folder,
                  "folder-unreadable",
                  "The folder cannot be read: " + why(e) + ". Files in it are not received."));
    }
  }

  private Seen seen(Path entry, FileStamp stamp, Instant now) {
    Seen before = seen.get(entry);
    if (before == null) {
      return new Seen(stamp, now, now);
    }
    return before.stamp().equals(stamp) ? before : new Seen(stamp, now, before.first());
  }

  private void file(Path file, Seen is, Instant now, Found found) {
    boolean empty = is.stamp().size() == 0;
    // An empty file is most often one whose content is still to come.
    Duration wanted = empty ? quiet.multipliedBy(10) : quiet;
    if (Duration.between(is.still(), now).compareTo(wanted) >= 0) {
      found.ready().add(file);
    } else {
      String code = empty ? "still-empty" : "settling";
      String text =
          empty
              ? "It has no content yet; waiting for it to come."
              : "Waiting until it has stopped changing.";
      found.waiting().add(waiting(file, code, text));
    }
  }

  /** The file as one that waits, for the reason. */
  ArrivingFile waiting(Path file, String code, String explanation) {
    Seen is = seen.get(file);
    return new ArrivingFile(
        "arriving-" + mark(file),
        file.getFileName().toString(),
        component(subFolder(file)),
        size(file, is),
        is == null ? looked : is.first(),
        new Reason(code, explanation));
  }

  private static long size(Path file, Seen is) {
    try {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.size(file) : 0;
    } catch (IOException e) {
      return is == null ? 0 : is.stamp().size();
    }
  }

  /** The sub-folder a file was dropped into, however deep below it. */
  Optional<String> subFolder(Path file) {
    Path relative = inbox.relativize(file);
    return relative.getNameCount() > 1
        ? Optional.of(relative.getName(0).toString())
        : Optional.empty();
  }

  /** The component a sub-folder names; none for the mailroom's own. */
  static Optional<String> component(Optional<String> subFolder) {
    return subFolder
        .map(name -> name.toUpperCase(Locale.ROOT))
        .filter(name -> !name.equals("MAILROOM"));
  }

  static String why(IOException e) {
    return e instanceof AccessDeniedException
        ? "the server is not permitted to"
        : e.getClass().getSimpleName();
  }

  private String mark(Path file) {
    byte[] path = inbox.relativize(file).toString().getBytes(StandardCharsets.UTF_8);
    byte[] digest = Sha256.computation().digest(path);
    return HexFormat.of().formatHex(digest, 0, 8);
  }
}
