package org.chancery.archive.bag;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The files below a folder, found by walking it without following a link. Whatever is neither file
 * nor folder is reported and never opened.
 */
final class Tree {
  private final SortedMap<String, Long> files = new TreeMap<>();
  private final List<String> emptyFolders = new ArrayList<>();

  private Tree() {}

  static Tree of(Path base, Consumer<Fault> faults) throws IOException {
    Tree tree = new Tree();
    Files.walkFileTree(base, tree.new Walk(base, faults));
    return tree;
  }

  /** Sizes by path; paths use the slash. */
  SortedMap<String, Long> files() {
    return files;
  }

  List<String> emptyFolders() {
    return emptyFolders;
  }

  private final class Walk extends SimpleFileVisitor<Path> {
    private final Path base;
    private final Consumer<Fault> faults;
    private final Deque<Integer> entries = new ArrayDeque<>();

    Walk(Path base, Consumer<Fault> faults) {
      this.base = base;
      this.faults = faults;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      countEntry();
      entries.push(0);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      countEntry();
      if (attributes.isSymbolicLink()) {
        faults.accept(
            new Fault(FaultCode.SYMBOLIC_LINK, path(file), "It is a link to something else."));
      } else if (!attributes.isRegularFile()) {
        faults.accept(
            new Fault(FaultCode.SPECIAL_FILE, path(file), "It is neither a file nor a folder."));
      } else {
        files.put(path(file), attributes.size());
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException cause) {
      countEntry();
      faults.accept(new Fault(FaultCode.UNREADABLE, path(file), "It cannot be read."));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException cause) {
      if (cause != null) {
        faults.accept(
            new Fault(FaultCode.UNREADABLE, path(folder), "It cannot be read to its end."));
      }
      if (entries.pop() == 0 && !folder.equals(base)) {
        emptyFolders.add(path(folder));
      }
      return FileVisitResult.CONTINUE;
    }

    private void countEntry() {
      if (!entries.isEmpty()) {
        entries.push(entries.pop() + 1);
      }
    }

    private String path(Path file) {
      return base.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }
  }
}
