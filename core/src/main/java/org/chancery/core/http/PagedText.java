package org.chancery.core.http;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Text whose pages are parted by form feeds, looked at while it streams by: how many pages it has,
 * and the beginning of the first.
 */
final class PagedText extends FilterInputStream {
  /** Far more than a page of a letter has, bytes. */
  private static final int FIRST_PAGE_LIMIT = 256 * 1024;

  private static final int FORM_FEED = '\f';

  private final ByteArrayOutputStream first = new ByteArrayOutputStream();
  private int feeds;
  private boolean empty = true;

  PagedText(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    if (value >= 0) {
      seen(value);
    }
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    for (int i = 0; i < count; i++) {
      seen(buffer[offset + i]);
    }
    return count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void seen(int value) {
    empty = false;
    if (value == FORM_FEED) {
      feeds++;
    } else if (feeds == 0 && first.size() < FIRST_PAGE_LIMIT) {
      first.write(value);
    }
  }

  /** Pages so far. */
  int pages() {
    return feeds + 1;
  }

  /** Whether nothing has come. */
  boolean isEmpty() {
    return empty;
  }

  String firstPage() {
    return first.toString(StandardCharsets.UTF_8);
  }
}
