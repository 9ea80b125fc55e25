package org.chancery.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.core.transfer.Packager.Shipment;
import org.chancery.core.transfer.Packager.Written;

/**
 * A package that was given its name before this process could say so: it is known by the moment
 * that it was begun at, which stands in it and is another whenever one is begun anew.
 */
final class WholePackage {
  private static final Pattern OXUM = Pattern.compile("(?m)^Payload-Oxum: ([0-9]+)\\.([0-9]+)$");

  private WholePackage() {}

  static Optional<Written.Complete> find(Path folder, Shipment shipment) throws IOException {
    Path request = folder.resolve("metadata/transfer_request.json");
    Path info = folder.resolve("bag-info.txt");
    Path journal = folder.resolveSibling(folder.getFileName() + ".journal");
    List<Path> parts = List.of(request, info, folder.resolve("tagmanifest-sha256.txt"));
    if (Files.exists(journal) || !parts.stream().allMatch(Files::isRegularFile)) {
      return Optional.empty();
    }
    boolean same = Files.readString(request).contains("\"" + shipment.preparedAt() + "\"");
    Matcher oxum = OXUM.matcher(Files.readString(info));
    if (!same || !oxum.find()) {
      return Optional.empty();
    }
    return Optional.of(
        new Written.Complete(
            Long.parseLong(oxum.group(2)),
            Long.parseLong(oxum.group(1)),
            sha256(Files.readAllBytes(parts.get(2)))));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
