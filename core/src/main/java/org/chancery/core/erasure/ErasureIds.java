package org.chancery.core.erasure;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.chancery.core.repository.NodeId;

/** Identities that follow from what they are for, so that doing it twice makes nothing twice. */
final class ErasureIds {
  private ErasureIds() {}

  static NodeId derived(String text) {
    byte[] bytes = ("chancery:erasure-" + text).getBytes(StandardCharsets.UTF_8);
    return NodeId.of(UUID.nameUUIDFromBytes(bytes).toString());
  }
}
