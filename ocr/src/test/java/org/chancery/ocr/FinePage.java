package org.chancery.ocr;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Writes a huge black-and-white PNG row by row. */
final class FinePage {
  private FinePage() {}

  static void write(Path file, BufferedImage page, int times, int dpi) throws IOException {
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
      out.writeLong(0x89504E470D0A1A0AL);
      ByteArrayOutputStream header = new ByteArrayOutputStream();
      DataOutputStream fields = new DataOutputStream(header);
      fields.writeInt(page.getWidth() * times);
      fields.writeInt(page.getHeight() * times);
      fields.write(new byte[] {1, 0, 0, 0, 0});
      chunk(out, "IHDR", header.toByteArray());
      ByteArrayOutputStream density = new ByteArrayOutputStream();
      DataOutputStream metres = new DataOutputStream(density);
      int perMetre = (int) Math.round(dpi / 0.0254);
      metres.writeInt(perMetre);
      metres.writeInt(perMetre);
      metres.write(1);
      chunk(out, "pHYs", density.toByteArray());
      chunk(out, "IDAT", rows(page, times));
      chunk(out, "IEND", new byte[0]);
    }
  }

  private static byte[] rows(BufferedImage page, int times) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    // Eight times as wide, one pixel becomes one byte.
    byte[] row = new byte[1 + page.getWidth() * times / 8];
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
      for (int y = 0; y < page.getHeight(); y++) {
        for (int x = 0; x < page.getWidth(); x++) {
          row[1 + x] = (byte) (page.getRaster().getSample(x, y, 0) == 0 ? 0 : 0xFF);
        }
        for (int i = 0; i < times; i++) {
          deflater.write(row);
        }
      }
    }
    return packed.toByteArray();
  }

  /** A PNG file's chunk, with its length and check sum. */
  static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
    CRC32 crc = new CRC32();
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    crc.update(name);
    crc.update(data);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) crc.getValue());
  }
}
