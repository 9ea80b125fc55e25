package org.chancery.search;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of the index, its writer and its searchers; and what each commit says of itself. */
final class OpenIndex implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(OpenIndex.class);

  /**
   * Raise it whenever the same entry would be indexed otherwise: older indexes are then refilled.
   */
  private static final int FORM = 5;

  private static final String FORM_KEY = "form";
  private static final String POSITION_KEY = "position";

  /** Memory for documents not yet in a segment; more only makes bulk loads a little faster. */
  private static final double BUFFER_MEGABYTES = 32;

  /** How long searches that began before are waited for, until their files can go. */
  private static final Duration SEARCHES_END = Duration.ofSeconds(30);

  private static final long LOOK_AGAIN_MILLIS = 50;

  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final ExecutorService beside = halfOfTheProcessors();
  private final ReaderSets readers;
  private final String form;
  private final EnglishText english;
  private volatile String committedPosition;

  private OpenIndex(Directory directory, String form, EnglishText english) throws IOException {
    this.directory = directory;
    this.form = form;
    this.english = english;
    Map<String, String> data =
        DirectoryReader.indexExists(directory)
            ? SegmentInfos.readLatestCommit(directory).getUserData()
            : Map.of(FORM_KEY, form);
    if (!form.equals(data.get(FORM_KEY))) {
      throw new AnotherForm(data.get(FORM_KEY), form);
    }
    readers = ReaderSets.from(data);
    committedPosition = data.getOrDefault(POSITION_KEY, "");
    writer =
        new IndexWriter(
            directory,
            new IndexWriterConfig(english)
                .setOpenMode(IndexWriterConfig.OpenMode.CREATE_OR_APPEND)
                .setSimilarity(new SteadyScore())
                // Forced, no segment keeps a deleted document, be it one of a million.
                .setMergePolicy(new TieredMergePolicy().setForceMergeDeletesPctAllowed(0))
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setCommitOnClose(false));
    try {
      searchers = new SearcherManager(writer, new Scoring(beside));
      readers.retain(readersInUse());
    } catch (IOException | RuntimeException e) {
      writer.rollback();
      throw e;
    }
  }

  /** Opens the index, emptied if it cannot be used as it is. */
  static OpenIndex at(Path path, String modelFingerprint) throws IOException {
    Files.createDirectories(path);
    String form = FORM + "/" + modelFingerprint;
    Directory directory = FSDirectory.open(path);
    try {
      return new OpenIndex(directory, form, new EnglishText());
    } catch (CorruptIndexException
        | IndexFormatTooOldException
        | IndexFormatTooNewException
        | FileNotFoundException
        | NoSuchFileException
        | EOFException
        | AnotherForm
        | IllegalArgumentException e) {
      LOG.warn(
          "The search index in {} is emptied and will be filled again: {}", path, e.toString());
      empty(path);
      return new OpenIndex(directory, form, new EnglishText());
    }
  }

  /** Deletes the files of an index and no others. */
  private static void empty(Path path) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(path)) {
      files = all.filter(Files::isRegularFile).filter(OpenIndex::isOfIndex).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }

  private static boolean isOfIndex(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(IndexFileNames.SEGMENTS)
        || name.startsWith(IndexFileNames.PENDING_SEGMENTS)
        || IndexFileNames.CODEC_FILE_PATTERN.matcher(name).matches();
  }

  private Set<Long> readersInUse() throws IOException {
    Set<Long> used = new HashSet<>();
    IndexSearcher searcher = searchers.acquire();
    try {
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        NumericDocValues values = DocValues.getNumeric(leaf.reader(), IndexFields.READERS);
        while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          used.add(values.longValue());
        }
      }
    } finally {
      searchers.release(searcher);
    }
    return used;
  }

  IndexWriter writer() {
    return writer;
  }

  SearcherManager searchers() {
    return searchers;
  }

  ReaderSets readers() {
    return readers;
  }

  EnglishText english() {
    return english;
  }

  String committedPosition() {
    return committedPosition;
  }

  /** Writes and syncs everything, with the position it stands for. */
  void commit(String position) throws IOException {
    Map<String, String> data = new HashMap<>(readers.commitData());
    data.put(FORM_KEY, form);
    data.put(POSITION_KEY, position);
    writer.setLiveCommitData(data.entrySet());
    writer.commit();
    committedPosition = position;
  }

  /** Merges away what was deleted, and waits until no file of before is left. */
  List<String> expunge(String position) throws IOException {
    writer.forceMergeDeletes(true);
    commit(position);
    searchers.maybeRefreshBlocking();
    long end = System.nanoTime() + SEARCHES_END.toNanos();
    boolean left = holdsMore();
    while (left && System.nanoTime() < end) {
      try {
        TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("Interrupted while old files of the index were to go");
      }
      left = holdsMore();
    }
    return left
        ? List.of("A search that began before still reads old files of the index. Try again.")
        : List.of();
  }

  /** Whether there is a file of the index, or a deleted document, that the last commit lacks. */
  private boolean holdsMore() throws IOException {
    writer.deleteUnusedFiles();
    SegmentInfos last = SegmentInfos.readLatestCommit(directory);
    Set<String> used = new HashSet<>(last.files(true));
    boolean deleted = last.asList().stream().anyMatch(SegmentCommitInfo::hasDeletions);
    return deleted
        || Stream.of(directory.listAll())
            .filter(name -> isOfIndex(Path.of(name)))
            .anyMatch(name -> !used.contains(name));
  }

  @Override
  public void close() throws IOException {
    beside.shutdown();
    searchers.close();
    writer.rollback();
    directory.close();
  }

  private static ExecutorService halfOfTheProcessors() {
    return Executors.newFixedThreadPool(
        Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
        work -> {
          Thread thread = new Thread(work, "search");
          thread.setDaemon(true);
          return thread;
        });
  }

  private static final class Scoring extends SearcherFactory {
    private final ExecutorService beside;

    Scoring(ExecutorService beside) {
      this.beside = beside;
    }

    @Override
    public IndexSearcher newSearcher(IndexReader reader, IndexReader previous) {
      IndexSearcher searcher = new Halves(reader, beside);
      searcher.setSimilarity(new SteadyScore());
      return searcher;
    }
  }

  /**
   * Searches an index of some size on two threads: a word that half of all documents hold is what
   * takes long, and one person's search should not wait for it on one processor of several.
   */
  private static final class Halves extends IndexSearcher {
    private static final int WORTH_IT = 10_000;

    Halves(IndexReader reader, ExecutorService beside) {
      super(reader, beside);
    }

    @Override
    protected LeafSlice[] slices(List<LeafReaderContext> leaves) {
      int all = leaves.stream().mapToInt(leaf -> leaf.reader().maxDoc()).sum();
      List<LeafReaderContext> largestFirst = new ArrayList<>(leaves);
      largestFirst.sort(Comparator.comparingInt(leaf -> -leaf.reader().maxDoc()));
      List<LeafReaderContext> first = new ArrayList<>();
      List<LeafReaderContext> second = new ArrayList<>();
      int lead = 0;
      for (LeafReaderContext leaf : largestFirst) {
        boolean toFirst = all < WORTH_IT || lead <= 0;
        (toFirst ? first : second).add(leaf);
        lead += toFirst ? leaf.reader().maxDoc() : -leaf.reader().maxDoc();
      }
      return Stream.of(first, second)
          .filter(half -> !half.isEmpty())
          .map(Halves::slice)
          .toArray(LeafSlice[]::new);
    }

    private static LeafSlice slice(List<LeafReaderContext> leaves) {
      leaves.sort(Comparator.comparingInt(leaf -> leaf.docBase));
      return new LeafSlice(leaves);
    }
  }

  /** The index was written for another form. */
  private static final class AnotherForm extends IOException {
    private static final long serialVersionUID = 1L;

    AnotherForm(String found, String wanted) {
      super("its form is " + found + ", wanted is " + wanted);
    }
  }
}
