package org.chancery.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * "Reading is fast": the whole {@code read} command, start of its JVMs included, against bare
 * Tesseract (one thread, {@code --psm 1}) on the page images already extracted. Prints CPU and
 * speed-up as ratios; ends with 1 when a limit is missed.
 *
 * <p>Arguments: folder of scans (PDF with one JPEG a page, TIFF), least number of pages (100).
 */
public final class ReadingBenchmark {
  private static final double MOST_CPU = 1.2;
  private static final double LEAST_SPEED_UP = 0.9;

  private ReadingBenchmark() {}

  /** Runs all four measurements, one after another. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path scans = Path.of(arguments.length > 0 ? arguments[0] : "../shared/data/scans");
    int leastPages = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
    Path work = Files.createTempDirectory("reading-benchmark");
    Workload workload = Workload.of(scans, leastPages, work);
    System.out.printf(
        "%d pages in %d files, %d distinct images%n",
        workload.pages(), workload.files().size(), workload.images().size());

    Timing bareOne = bare(workload, 1, work);
    Timing readOne = read(workload, 1, work);
    Timing bareTwo = bare(workload, 2, work);
    Timing readTwo = read(workload, 2, work);

    print("bare tesseract, 1 process", bareOne);
    print("read, 1 worker", readOne);
    print("bare tesseract, 2 processes", bareTwo);
    print("read, 2 workers", readTwo);
    double cpu = Math.max(readOne.cpu() / bareOne.cpu(), readTwo.cpu() / bareTwo.cpu());
    double speedUp = (readOne.wall() / readTwo.wall()) / (bareOne.wall() / bareTwo.wall());
    System.out.printf(Locale.ROOT, "CPU, read : bare = %.2f (at most %.2f)%n", cpu, MOST_CPU);
    System.out.printf(
        Locale.ROOT,
        "speed-up on two cores, read : bare = %.2f (at least %.2f)%n",
        speedUp,
        LEAST_SPEED_UP);
    System.exit(cpu <= MOST_CPU && speedUp >= LEAST_SPEED_UP ? 0 : 1);
  }

  private static void print(String what, Timing timing) {
    System.out.printf(
        Locale.ROOT, "%-28s %7.1f s CPU %7.1f s wall%n", what, timing.cpu(), timing.wall());
  }

  private static Timing bare(Workload workload, int processes, Path work)
      throws IOException, InterruptedException {
    Path list = Files.write(work.resolve("images"), workload.repeatedImages());
    String script =
        "xargs -P "
            + processes
            + " -I {} sh -c 'tesseract \"$1\" stdout --psm 1 >/dev/null 2>&1' tesseract {} < "
            + list;
    return Timing.of(List.of("bash", "-c", script), work);
  }

  private static Timing read(Workload workload, int workers, Path work)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("org.chancery.ocr.ReadCommand");
    workload.files().forEach(file -> command.add(file.toString()));
    command.addAll(List.of("--workers", Integer.toString(workers)));
    command.addAll(List.of("--out", work.resolve("out-" + workers).toString()));
    return Timing.of(command, work);
  }

  /**
   * What a command took.
   *
   * @param cpu seconds of processor time, its children's included
   * @param wall seconds by the clock
   */
  private record Timing(double cpu, double wall) {
    /** Runs a command under bash's {@code time}, which counts all descendants waited for. */
    static Timing of(List<String> command, Path work) throws IOException, InterruptedException {
      Path times = work.resolve("times");
      List<String> timed =
          new ArrayList<>(
              List.of(
                  "bash",
                  "-c",
                  "TIMEFORMAT='%U %S %R'; { time \"$@\" 2>&3; } 3>&2 2>" + times,
                  "time"));
      timed.addAll(command);
      ProcessBuilder builder = new ProcessBuilder(timed).inheritIO();
      builder.environment().put("OMP_THREAD_LIMIT", "1");
      int status = builder.start().waitFor();
      if (status != 0) {
        throw new IOException("ended with " + status + ": " + command.get(0));
      }
      String[] seconds = Files.readString(times).strip().split(" ");
      return new Timing(
          Double.parseDouble(seconds[0]) + Double.parseDouble(seconds[1]),
          Double.parseDouble(seconds[2]));
    }
  }

  /**
   * The scans, repeated until there are enough pages.
   *
   * @param files for the read command
   * @param images the same pages, extracted, once
   * @param repeats how often the scans are taken
   * @param pages number of pages in {@code files}
   */
  private record Workload(List<Path> files, List<Path> images, int repeats, int pages) {
    static Workload of(Path scans, int leastPages, Path work) throws IOException {
      List<Path> originals;
      try (var found = Files.list(scans)) {
        originals = found.filter(f -> f.toString().matches(".*\\.(pdf|tif)")).sorted().toList();
      }
      List<Path> images = new ArrayList<>();
      int pages = 0;
      for (Path original : originals) {
        if (original.toString().endsWith(".pdf")) {
          List<Path> extracted = extracted(original, work);
          images.addAll(extracted);
          pages += extracted.size();
        } else {
          images.add(original);
          pages += tiffPages(original);
        }
      }
      int repeats = (leastPages + pages - 1) / pages;
      List<Path> files = new ArrayList<>();
      for (int i = 0; i < repeats; i++) {
        files.addAll(originals);
      }
      return new Workload(files, images, repeats, repeats * pages);
    }

    private static int tiffPages(Path tiff) throws IOException {
      try (var in = javax.imageio.ImageIO.createImageInputStream(tiff.toFile())) {
        var reader = javax.imageio.ImageIO.getImageReaders(in).next();
        reader.setInput(in);
        return reader.getNumImages(true);
      }
    }

    private static List<Path> extracted(Path pdf, Path work) throws IOException {
      List<Path> images = new ArrayList<>();
      try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
        for (PDPage page : document.getPages()) {
          for (COSName name : page.getResources().getXObjectNames()) {
            PDImageXObject image = (PDImageXObject) page.getResources().getXObject(name);
            Path target = work.resolve(pdf.getFileName() + "-" + images.size() + ".jpg");
            try (InputStream raw = image.getCOSObject().createRawInputStream()) {
              Files.copy(raw, target);
            }
            images.add(target);
          }
        }
      }
      return images;
    }

    List<String> repeatedImages() {
      List<String> repeated = new ArrayList<>();
      for (int i = 0; i < repeats; i++) {
        images.forEach(image -> repeated.add(image.toAbsolutePath().toString()));
      }
      return repeated;
    }
  }
}
