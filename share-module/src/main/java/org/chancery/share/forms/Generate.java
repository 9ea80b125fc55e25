package org.chancery.share.forms;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chancery.model.ContentModels;

/** Writes what the module's JAR holds beside its sources. */
public final class Generate {

  private Generate() {}

  /**
   * Generates.
   *
   * @param arguments the folder of the JAR's content; the folder of the built browser application,
   *     which may be missing; the configuration written by hand
   * @throws IOException when a file cannot be read or written
   */
  public static void main(String[] arguments) throws IOException {
    Path into = Path.of(arguments[0]);
    ShownModel model = new ShownModel(ContentModels.shipped());
    write(
        into.resolve("META-INF/share-config-custom.xml"),
        joined(new ShareConfig(model).xml(), Files.readString(Path.of(arguments[2]))));
    write(
        into.resolve("alfresco/web-extension/messages/chancery-model.properties"),
        new Labels(model).properties());
    PageTags tags = PageTags.of(Path.of(arguments[1]));
    if (tags.isEmpty()) {
      System.err.println(
          "[WARNING] The browser application has not been built (web-ui/dist): this JAR comes"
              + " without it");
    }
    write(into.resolve("alfresco/web-extension/templates/org/chancery/assets.inc.ftl"), tags.ftl());
  }

  /** One file, since Share reads one of that name from each JAR. */
  private static String joined(String generated, String byHand) {
    String end = "</alfresco-config>";
    return generated.replace(
        end, byHand.substring(byHand.indexOf('>') + 1, byHand.indexOf(end)) + end);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }
}
