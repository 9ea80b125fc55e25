package org.chancery.ocr;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Makes Outlook messages ([MS-OXMSG]) as different programs write them. */
final class Letters {
  private static final int UNICODE = 0x001F;
  private static final int BYTES = 0x0102;
  private static final int EMBEDDED = 0x000D;

  private Letters() {}

  /**
   * A recipient.
   *
   * @param type 1 to, 2 copy, 3 blind copy
   */
  record Recipient(int type, String name, String address) {}

  /** A file attached to a message. */
  record File(String name, byte[] bytes) {}

  /**
   * A message.
   *
   * @param header as it came from the Internet; empty for one that never left its server
   * @param sent empty for a draft
   * @param ansi whether texts are in the code page of the machine, as old programs write them
   * @param within messages attached to it
   */
  record Message(
      String subject,
      String body,
      String fromName,
      String fromAddress,
      List<Recipient> recipients,
      Optional<Instant> sent,
      Optional<String> header,
      boolean ansi,
      List<File> files,
      List<Message> within) {}

  static Path msg(Path file, Message message) throws IOException {
    try (POIFSFileSystem outlook = new POIFSFileSystem();
        OutputStream out = Files.newOutputStream(file)) {
      DirectoryEntry names = outlook.getRoot().createDirectory("__nameid_version1.0");
      stream(names, "__substg1.0_00020102", new byte[0]);
      stream(names, "__substg1.0_00030102", new byte[0]);
      stream(names, "__substg1.0_00040102", new byte[0]);
      write(outlook.getRoot(), message, 32);
      outlook.writeFilesystem(out);
    }
    return file;
  }

  private static void write(DirectoryEntry root, Message message, int head) throws IOException {
    ByteArrayOutputStream properties = new ByteArrayOutputStream();
    properties.write(new byte[head]);
    if (message.sent().isPresent()) {
      time(properties, 0x0039, message.sent().get());
    }
    stream(root, "__properties_version1.0", properties.toByteArray());
    boolean ansi = message.ansi();
    text(root, 0x001A, "IPM.Note", ansi);
    text(root, 0x0037, message.subject(), ansi);
    text(root, 0x1000, message.body(), ansi);
    text(root, 0x0C1A, message.fromName(), ansi);
    text(root, 0x0042, message.fromName(), ansi);
    text(root, 0x0C1E, message.header().isPresent() ? "SMTP" : "EX", ansi);
    if (message.header().isPresent()) {
      text(root, 0x0C1F, message.fromAddress(), ansi);
      text(root, 0x007D, message.header().get(), ansi);
    } else {
      text(root, 0x0C1F, "/O=AGENCY/OU=FIRST/CN=RECIPIENTS/CN=SOMEBODY", ansi);
      text(root, 0x5D01, message.fromAddress(), ansi);
      text(root, 0x1035, "<" + message.subject().hashCode() + "@server.example.gov>", ansi);
    }
    for (int i = 0; i < message.recipients().size(); i++) {
      Recipient recipient = message.recipients().get(i);
      DirectoryEntry entry = root.createDirectory(String.format("__recip_version1.0_#%08X", i));
      ByteArrayOutputStream own = new ByteArrayOutputStream();
      own.write(new byte[8]);
      number(own, 0x0C15, recipient.type());
      stream(entry, "__properties_version1.0", own.toByteArray());
      text(entry, 0x3001, recipient.name(), ansi);
      text(entry, 0x39FE, recipient.address(), ansi);
    }
    int number = 0;
    for (File attached : message.files()) {
      DirectoryEntry entry =
          root.createDirectory(String.format("__attach_version1.0_#%08X", number++));
      stream(entry, "__properties_version1.0", new byte[8]);
      stream(entry, name(0x3701, BYTES), attached.bytes());
      text(entry, 0x3707, attached.name(), ansi);
    }
    for (Message inner : message.within()) {
      DirectoryEntry entry =
          root.createDirectory(String.format("__attach_version1.0_#%08X", number++));
      ByteArrayOutputStream own = new ByteArrayOutputStream();
      own.write(new byte[8]);
      number(own, 0x3705, 5);
      stream(entry, "__properties_version1.0", own.toByteArray());
      text(entry, 0x3001, inner.subject(), ansi);
      write(entry.createDirectory(name(0x3701, EMBEDDED)), inner, 24);
    }
  }

  private static void text(DirectoryEntry where, int property, String text, boolean ansi)
      throws IOException {
    stream(
        where,
        name(property, ansi ? 0x001E : UNICODE),
        text.getBytes(ansi ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_16LE));
  }

  private static String name(int property, int type) {
    return String.format("__substg1.0_%04X%04X", property, type);
  }

  private static void time(ByteArrayOutputStream out, int property, Instant at) {
    long since1601 = (at.toEpochMilli() + 11_644_473_600_000L) * 10_000;
    out.writeBytes(entry(0x0040, property).putLong(since1601).array());
  }

  private static void number(ByteArrayOutputStream out, int property, int value) {
    out.writeBytes(entry(0x0003, property).putInt(value).array());
  }

  private static ByteBuffer entry(int type, int property) {
    return ByteBuffer.allocate(16)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) type)
        .putShort((short) property)
        .putInt(6);
  }

  private static void stream(DirectoryEntry where, String name, byte[] bytes) throws IOException {
    where.createDocument(name, new ByteArrayInputStream(bytes));
  }
}
