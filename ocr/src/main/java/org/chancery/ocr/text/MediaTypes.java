package org.chancery.ocr.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;

/** Tells a file's type by its content; its name serves only to notice a wrong label. */
public final class MediaTypes {
  /** Types that only looking inside the container tells apart. */
  private static final Set<String> CONTAINERS =
      Set.of(
          "application/zip",
          "application/x-tika-ooxml",
          "application/x-tika-msoffice",
          "application/octet-stream");

  private final MimeTypes magic = MimeTypes.getDefaultMimeTypes();
  private TikaConfig all;

  /**
   * A type and whether the name promised another.
   *
   * @param mediaType by content
   * @param promised the type that the name stands for, when the content is something else
   */
  public record Found(String mediaType, Optional<String> promised) {}

  /** Looks into a file. */
  public Found find(Path file, String name) throws IOException {
    MediaType type = byContent(file, name);
    MediaType promised = byName(name);
    boolean agrees =
        promised.equals(MediaType.OCTET_STREAM)
            || related(type, promised)
            || isText(type, promised);
    return new Found(
        type.getBaseType().toString(),
        agrees ? Optional.empty() : Optional.of(promised.toString()));
  }

  private MediaType byContent(Path file, String name) throws IOException {
    Metadata metadata = new Metadata();
    try (TikaInputStream in = TikaInputStream.get(file, metadata)) {
      metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
      MediaType type = magic.detect(in, metadata);
      String base = type.getBaseType().toString();
      if (base.startsWith("image/") || base.equals("application/pdf")) {
        return unhinted(in, type);
      }
      return CONTAINERS.contains(base) || !base.startsWith("text/") ? deep(in, name) : type;
    }
  }

  /** A name alone must not turn unknown bytes into a page image. */
  private MediaType unhinted(InputStream in, MediaType hinted) throws IOException {
    MediaType bare = magic.detect(in, new Metadata());
    return bare.equals(MediaType.OCTET_STREAM) ? hinted : bare;
  }

  private MediaType deep(TikaInputStream in, String name) throws IOException {
    Metadata metadata = new Metadata();
    metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
    return config().getDetector().detect(in, metadata);
  }

  private MediaType byName(String name) throws IOException {
    Metadata metadata = new Metadata();
    metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
    return magic.detect(null, metadata);
  }

  private boolean related(MediaType a, MediaType b) {
    MediaTypeRegistry registry = magic.getMediaTypeRegistry();
    return registry.normalize(a.getBaseType()).equals(registry.normalize(b.getBaseType()))
        || registry.isInstanceOf(a, b.getBaseType())
        || registry.isInstanceOf(b, a.getBaseType());
  }

  private static boolean isText(MediaType a, MediaType b) {
    return a.getType().equals("text") && b.getType().equals("text");
  }

  /** Loading every parser takes long: only documents that need one pay for it. */
  TikaConfig config() {
    if (all == null) {
      all = TikaConfig.getDefaultConfig();
    }
    return all;
  }
}
