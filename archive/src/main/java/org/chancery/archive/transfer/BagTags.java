package org.chancery.archive.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chancery.archive.bag.BagPaths;

/** The tag files that make a folder a bag (RFC 8493, 2.1 and 2.2), bagit.txt last. */
final class BagTags {
  static final String TAG_MANIFEST = "tagmanifest-sha256.txt";

  private static final String MANIFEST = "manifest-sha256.txt";
  private static final String DECLARATION =
      "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
  private static final int LINE = 79;

  private final TagFiles tags;
  private final TransferRequest request;
  private final RequestDocuments.Volume volume;

  BagTags(TagFiles tags, TransferRequest request, RequestDocuments.Volume volume) {
    this.tags = tags;
    this.request = request;
    this.volume = volume;
  }

  /** Returns the SHA-256 of the tag manifest, which covers every other file. */
  String write(List<Journal.Entry> entries, Checkpoint checkpoint) throws IOException {
    try (OutputStream out = tags.create(MANIFEST)) {
      for (Journal.Entry entry : entries) {
        out.write(line(entry.sha256(), entry.path()));
      }
    }
    tags.write("bag-info.txt", info());
    checkpoint.reached("listed");
    byte[] declaration = DECLARATION.getBytes(StandardCharsets.UTF_8);
    tags.checksums()
        .put("bagit.txt", HexFormat.of().formatHex(Copier.sha256().digest(declaration)));
    Map<String, String> covered = Map.copyOf(tags.checksums());
    try (OutputStream out = tags.create(TAG_MANIFEST)) {
      for (String path : covered.keySet().stream().sorted().toList()) {
        out.write(line(covered.get(path), path));
      }
    }
    checkpoint.reached("undeclared");
    tags.write("bagit.txt", DECLARATION);
    return tags.checksums().get(TAG_MANIFEST);
  }

  private static byte[] line(String checksum, String path) {
    return (checksum + "  " + BagPaths.encode(path) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private String info() {
    StringBuilder out = new StringBuilder();
    line(out, "Source-Organization", request.agency());
    line(out, "Contact-Name", request.contact().name());
    line(out, "Contact-Phone", request.contact().phone());
    line(out, "Contact-Email", request.contact().email());
    line(out, "External-Description", request.description());
    line(out, "External-Identifier", request.id());
    line(out, "Bagging-Date", request.preparedAt().atZone(ZoneOffset.UTC).toLocalDate().toString());
    line(out, "Bag-Size", size());
    line(out, "Payload-Oxum", volume.oxum());
    line(out, "Bag-Software-Agent", "Chancery");
    return out.toString();
  }

  /** Lines of at most 79 characters where words allow it; the rest indented. */
  private static void line(StringBuilder out, String label, String value) {
    String text = value.strip().replaceAll("\\s+", " ");
    if (text.isEmpty()) {
      return;
    }
    int length = label.length() + 1;
    out.append(label).append(':');
    for (String word : text.split(" ")) {
      if (length + 1 + word.length() > LINE && length > label.length() + 1) {
        out.append("\n ");
        length = 1;
      }
      out.append(' ').append(word);
      length += 1 + word.length();
    }
    out.append('\n');
  }

  private String size() {
    double left = volume.bytes();
    String[] units = {"bytes", "KB", "MB", "GB", "TB"};
    int unit = 0;
    while (left >= 1000 && unit < units.length - 1) {
      left /= 1000;
      unit++;
    }
    return unit == 0
        ? volume.bytes() + " bytes"
        : String.format(Locale.ROOT, "%.1f %s", left, units[unit]);
  }
}
