package org.chancery.archive.bag;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A bag made by hand, right as it begins, and made wrong step by step. */
final class TestBag {
  private final Path base;
  private final String version;
  private final Map<String, byte[]> payload = new LinkedHashMap<>();
  private final Map<String, List<String>> lines = new LinkedHashMap<>();
  private final Map<String, byte[]> tags = new LinkedHashMap<>();
  private List<String> algorithms = List.of("SHA-256");
  private Charset encoding = StandardCharsets.UTF_8;
  private boolean tagManifest = true;

  private TestBag(Path base, String version) {
    this.base = base;
    this.version = version;
    payload("data/letter.txt", "a letter");
    payload("data/more/answer.txt", "an answer");
  }

  static TestBag of(Path base, String version) {
    return new TestBag(base, version);
  }

  static TestBag of(Path base) {
    return of(base, "1.0");
  }

  TestBag payload(String path, String text) {
    payload.put(path, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  TestBag algorithms(String... names) {
    algorithms = List.of(names);
    return this;
  }

  TestBag encoding(String name) {
    encoding = Charset.forName(name);
    return this;
  }

  TestBag tag(String path, String text) {
    tags.put(path, text.getBytes(encoding));
    return this;
  }

  TestBag withoutTagManifest() {
    tagManifest = false;
    return this;
  }

  /** One more line for the manifest of SHA-256. */
  TestBag line(String line) {
    lines.computeIfAbsent("sha256", a -> new ArrayList<>()).add(line);
    return this;
  }

  /** Writes it and returns the folder. */
  Path write() throws IOException {
    Map<String, byte[]> all = new LinkedHashMap<>(tags);
    all.putIfAbsent(
        "bagit.txt",
        ("BagIt-Version: " + version + "\nTag-File-Character-Encoding: " + encoding + "\n")
            .getBytes(StandardCharsets.UTF_8));
    for (String algorithm : algorithms) {
      String name = algorithm.toLowerCase(Locale.ROOT).replace("-", "");
      StringBuilder text = new StringBuilder();
      payload.forEach(
          (path, bytes) ->
              text.append(hash(algorithm, bytes)).append("  ").append(path).append('\n'));
      lines.getOrDefault(name, List.of()).forEach(l -> text.append(l).append('\n'));
      all.putIfAbsent("manifest-" + name + ".txt", text.toString().getBytes(encoding));
    }
    if (tagManifest) {
      StringBuilder text = new StringBuilder();
      all.forEach(
          (path, bytes) ->
              text.append(hash("SHA-256", bytes)).append("  ").append(path).append('\n'));
      all.putIfAbsent("tagmanifest-sha256.txt", text.toString().getBytes(encoding));
    }
    payload.forEach((path, bytes) -> put(path, bytes));
    all.forEach(this::put);
    return base;
  }

  private void put(String path, byte[] bytes) {
    try {
      Path file = base.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String hash(String algorithm, byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static String sha256(String text) {
    return hash("SHA-256", text.getBytes(StandardCharsets.UTF_8));
  }
}
