package org.chancery.core.memory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.NotFound;
import org.chancery.model.QName;

final class MemoryContents implements Contents {
  private final MemoryHost host;
  private final MemoryNodes nodes;
  private final Checkpoint checkpoint;
  private final Map<String, Path> files = new ConcurrentHashMap<>();
  private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();

  MemoryContents(MemoryHost host, MemoryNodes nodes, Checkpoint checkpoint) {
    this.host = host;
    this.nodes = nodes;
    this.checkpoint = checkpoint;
  }

  @Override
  public ContentInfo store(InputStream bytes, String mediaType) {
    try {
      byte[] all = bytes.readAllBytes();
      String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all));
      checkpoint.reached("after-hash");
      blobs.put(sha256, all);
      checkpoint.reached("after-blob");
      return new ContentInfo(sha256, all.length, mediaType);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Node attach(Caller caller, NodeId id, QName property, ContentInfo stored) {
    if (!blobs.containsKey(stored.sha256())) {
      throw new IllegalArgumentException("Never stored: " + stored);
    }
    return nodes.attached(caller, id, property, stored);
  }

  @Override
  public InputStream open(Caller caller, NodeId id, QName property) {
    return new ByteArrayInputStream(bytes(caller, id, property));
  }

  private byte[] bytes(Caller caller, NodeId id, QName property) {
    ContentInfo info = nodes.get(caller, id).contents().get(property);
    return Optional.ofNullable(info)
        .map(found -> blobs.get(found.sha256()))
        .orElseThrow(() -> new NotFound(id));
  }

  /** Nothing may refer to them. */
  void erase(String sha256) {
    blobs.remove(sha256);
    Path file = files.remove(sha256);
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  boolean has(String sha256) {
    return blobs.containsKey(sha256);
  }

  List<String> holding(String word) {
    return blobs.entrySet().stream()
        .filter(each -> new String(each.getValue(), StandardCharsets.UTF_8).contains(word))
        .map(Map.Entry::getKey)
        .toList();
  }

  byte[] blob(ContentInfo info) {
    return blobs.get(info.sha256());
  }

  @Override
  public Path file(Caller caller, NodeId id, QName property) {
    byte[] bytes = bytes(caller, id, property);
    String sha256 = nodes.get(caller, id).contents().get(property).sha256();
    return files.computeIfAbsent(sha256, unused -> written(bytes));
  }

  private static Path written(byte[] bytes) {
    try {
      Path file = Files.createTempFile("memory-", ".blob");
      file.toFile().deleteOnExit();
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
