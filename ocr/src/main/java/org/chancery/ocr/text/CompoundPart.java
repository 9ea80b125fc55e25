package org.chancery.ocr.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.EntryUtils;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * A part of a compound file that is a document of its own, such as a message attached to an Outlook
 * message: written out as the file it would be by itself. A message by itself has a longer head
 * before its properties, and its own map of named properties ([MS-OXMSG] 2.2.3, 2.4).
 */
final class CompoundPart {
  private static final String PROPERTIES = "__properties_version1.0";
  private static final String NAMES = "__nameid_version1.0";
  private static final int HEAD_WITHIN = 24;
  private static final int HEAD_BY_ITSELF = 32;

  private final DirectoryEntry part;

  CompoundPart(DirectoryEntry part) {
    this.part = part;
  }

  void write(Path file) throws IOException {
    try (POIFSFileSystem own = new POIFSFileSystem();
        OutputStream out = Files.newOutputStream(file)) {
      EntryUtils.copyNodes(part, own.getRoot());
      if (part.hasEntryCaseInsensitive(PROPERTIES)) {
        completeMessage(own.getRoot());
      }
      own.writeFilesystem(out);
    }
  }

  private void completeMessage(DirectoryEntry root) throws IOException {
    DocumentEntry properties = (DocumentEntry) root.getEntryCaseInsensitive(PROPERTIES);
    byte[] within = bytes(properties);
    properties.delete();
    ByteArrayOutputStream byItself = new ByteArrayOutputStream();
    int head = Math.min(HEAD_WITHIN, within.length);
    byItself.write(within, 0, head);
    byItself.write(new byte[HEAD_BY_ITSELF - head]);
    byItself.write(within, head, within.length - head);
    root.createDocument(PROPERTIES, new ByteArrayInputStream(byItself.toByteArray()));
    DirectoryEntry top = part;
    while (top.getParent() != null) {
      top = top.getParent();
    }
    if (!root.hasEntryCaseInsensitive(NAMES) && top.hasEntryCaseInsensitive(NAMES)) {
      EntryUtils.copyNodeRecursively(top.getEntryCaseInsensitive(NAMES), root);
    }
  }

  private static byte[] bytes(DocumentEntry entry) throws IOException {
    try (DocumentInputStream in = new DocumentInputStream(entry)) {
      return in.readAllBytes();
    }
  }
}
