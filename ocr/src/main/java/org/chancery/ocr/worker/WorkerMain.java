package org.chancery.ocr.worker;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A worker process: reads requests from standard input and answers on file descriptor 3, since
 * native code prints what it likes to standard output. It ends when its parent does.
 */
final class WorkerMain {
  /** Where answers go; the parent's launcher has put its pipe there. */
  static final String ANSWERS = "/proc/self/fd/3";

  private WorkerMain() {}

  /**
   * Starts serving.
   *
   * @param arguments the folder of Tesseract's language data
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path languageData = Path.of(arguments[0]);
    for (String language : List.of("eng", "osd")) {
      // Found out here, a missing file is nobody's document's fault.
      if (!Files.isReadable(languageData.resolve(language + ".traineddata"))) {
        System.err.println("language data '" + language + "' is missing in " + languageData);
        System.exit(1);
      }
    }
    serve(new DocumentJobs(languageData));
  }

  static void serve(Job job) throws IOException, InterruptedException {
    ObjectMapper json = new ObjectMapper();
    BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    Thread listener = new Thread(() -> listen(requests), "requests");
    listener.setDaemon(true);
    listener.start();
    try (OutputStream answers = new FileOutputStream(ANSWERS)) {
      answer(json, answers, new Reply.Alive());
      while (true) {
        Request request = json.readValue(requests.take(), Request.class);
        Reply reply = job.carryOut(request, () -> answer(json, answers, new Reply.Alive()));
        answer(json, answers, reply);
      }
    }
  }

  /** On a thread of its own, so that a worker deep in native code still ends with its parent. */
  private static void listen(BlockingQueue<String> requests) {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        requests.add(line);
      }
    } catch (IOException e) {
      System.err.println("requests cannot be read any more: " + e);
    }
    Runtime.getRuntime().halt(0);
  }

  private static synchronized void answer(ObjectMapper json, OutputStream answers, Reply reply) {
    try {
      byte[] line =
          (json.writerFor(Reply.class).writeValueAsString(reply) + "\n")
              .getBytes(StandardCharsets.UTF_8);
      answers.write(line);
      answers.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
