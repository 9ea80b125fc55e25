package org.chancery.intakeprocess;

import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.chancery.core.intake.FolderReceiver;

/** A multipart body (RFC 7578), streamed, its length known beforehand. */
final class MultipartBody {
  private final String boundary = "chancery-" + UUID.randomUUID();
  private final List<BodyPublisher> parts = new ArrayList<>();
  private final AtomicReference<IOException> failure = new AtomicReference<>();

  String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  /** Adds a part of bytes at hand. */
  MultipartBody part(String name, byte[] bytes) {
    head("name=\"" + name + "\"");
    parts.add(BodyPublishers.ofByteArray(bytes));
    end();
    return this;
  }

  /** Adds a text. */
  MultipartBody part(String name, String text) {
    return part(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a file of ours. */
  MultipartBody part(String name, Path file) {
    head("name=\"" + name + "\"");
    try {
      parts.add(BodyPublishers.ofFile(file));
    } catch (FileNotFoundException e) {
      throw new UncheckedIOException(e);
    }
    end();
    return this;
  }

  /** Adds files of ours as one part, one after another. */
  MultipartBody part(String name, List<Path> files) {
    head("name=\"" + name + "\"");
    try {
      for (Path file : files) {
        parts.add(BodyPublishers.ofFile(file));
      }
    } catch (FileNotFoundException e) {
      throw new UncheckedIOException(e);
    }
    end();
    return this;
  }

  /** Adds a file that someone may write to meanwhile; see {@link #failure}. */
  MultipartBody file(FolderReceiver.Dropped dropped) {
    head("name=\"file\"; filename=\"file\"\r\nContent-Type: application/octet-stream");
    BodyPublisher streamed = BodyPublishers.ofInputStream(() -> opened(dropped));
    parts.add(
        dropped.size() == 0
            ? BodyPublishers.noBody()
            : BodyPublishers.fromPublisher(streamed, dropped.size()));
    end();
    return this;
  }

  /** What made the file's stream fail, if anything did. */
  Optional<IOException> failure() {
    return Optional.ofNullable(failure.get());
  }

  private InputStream opened(FolderReceiver.Dropped dropped) {
    try {
      return new Watched(dropped.bytes().open(), failure);
    } catch (IOException e) {
      failure.set(e);
      return InputStream.nullInputStream();
    }
  }

  private static final class Watched extends FilterInputStream {
    private final AtomicReference<IOException> failure;

    Watched(InputStream in, AtomicReference<IOException> failure) {
      super(in);
      this.failure = failure;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      try {
        return super.read(buffer, offset, length);
      } catch (IOException e) {
        failure.set(e);
        throw e;
      }
    }
  }

  private void head(String disposition) {
    text("--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n");
  }

  private void end() {
    text("\r\n");
  }

  private void text(String text) {
    parts.add(BodyPublishers.ofString(text, StandardCharsets.UTF_8));
  }

  BodyPublisher publisher() {
    List<BodyPublisher> all = new ArrayList<>(parts);
    all.add(BodyPublishers.ofString("--" + boundary + "--\r\n"));
    return BodyPublishers.concat(all.toArray(BodyPublisher[]::new));
  }
}
