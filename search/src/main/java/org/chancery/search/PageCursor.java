package org.chancery.search;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.TreeSet;
import java.util.zip.CRC32;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.chancery.core.repository.NodeId;
import org.chancery.core.search.SearchQuery;

/**
 * Where a page ended: the sort values of its last hit, the query they belong to, and a checksum. It
 * says nothing the caller has not been shown, and a forged one could only start the same permitted
 * hits at another place; the checksum is there to tell a mistake from an end.
 *
 * @param last values of the last hit in the order of {@link HitOrder}
 * @param approximate whether the pages so far allowed for spelling differences
 */
record PageCursor(FieldDoc last, boolean approximate) {

  private static final String BROKEN = "The cursor does not belong to this query";

  /** The text to hand out. */
  String encode(SearchQuery query) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeInt(fingerprint(query));
      out.writeBoolean(approximate);
      for (Object value : last.fields) {
        if (value instanceof Float score) {
          out.writeFloat(score);
        } else if (value instanceof Long number) {
          out.writeLong(number);
        } else {
          BytesRef text = (BytesRef) value;
          out.writeShort(text.length);
          out.write(text.bytes, text.offset, text.length);
        }
      }
      out.writeInt(checksum(bytes.toByteArray()));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory cannot fail", e);
    }
  }

  /**
   * @throws IllegalArgumentException when the text was not handed out for this query
   */
  static PageCursor decode(String text, SearchQuery query, SortField[] order) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(BROKEN, e);
    }
    int length = bytes.length - Integer.BYTES;
    if (length < 0
        || checksum(Arrays.copyOf(bytes, length)) != ByteBuffer.wrap(bytes, length, 4).getInt()) {
      throw new IllegalArgumentException(BROKEN);
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, length))) {
      if (in.readInt() != fingerprint(query)) {
        throw new IllegalArgumentException(BROKEN);
      }
      boolean approximate = in.readBoolean();
      Object[] values = new Object[order.length];
      for (int i = 0; i < order.length; i++) {
        values[i] =
            switch (order[i].getType()) {
              case SCORE -> in.readFloat();
              case LONG -> in.readLong();
              default -> new BytesRef(in.readNBytes(in.readUnsignedShort()));
            };
      }
      // After every document with these values: the id makes them unique.
      return new PageCursor(new FieldDoc(Integer.MAX_VALUE, Float.NaN, values), approximate);
    } catch (IOException e) {
      throw new IllegalArgumentException(BROKEN, e);
    }
  }

  private static int checksum(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  /**
   * The same for every page of a query; which facets are asked for and the page size may differ.
   */
  private static int fingerprint(SearchQuery query) {
    return Arrays.asList(
            query.text(),
            query.types(),
            query.within(),
            query.filters(),
            query.from(),
            query.to(),
            query.sort(),
            query.conditions(),
            new TreeSet<>(query.also().stream().map(NodeId::value).toList()))
        .toString()
        .hashCode();
  }
}
