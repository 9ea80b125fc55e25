package org.chancery.model;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

/** The way in to the content models: Chancery's own, and those an agency adds. */
public final class ContentModels {
  private static final String ALFRESCO = "/alfresco/module/chancery/model/";

  private ContentModels() {}

  /** The models Chancery ships, with the platform's basics they build on. */
  public static ContentModel shipped() {
    return read(shippedFiles());
  }

  /**
   * The shipped models and further ones after them, which may import theirs.
   *
   * @param more in the order to read them
   * @throws ModelException at the first fault, with file and line
   * @throws UncheckedIOException when a file cannot be read
   */
  public static ContentModel shippedWith(List<URL> more) {
    return read(Stream.concat(shippedFiles().stream(), more.stream()).toList());
  }

  /**
   * Exactly the models of these files. Labels come from the message bundle beside each: {@code
   * x.properties} for {@code x.xml}; where several bundles label the same thing, the last wins.
   *
   * @param files in the order to read them: each may import what those before it define
   * @throws ModelException at the first fault, with file and line
   * @throws UncheckedIOException when a file cannot be read
   */
  public static ContentModel read(List<URL> files) {
    List<ModelReader.Source> sources = new ArrayList<>();
    for (URL file : files) {
      try {
        sources.add(source(file));
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read the model " + file, e);
      }
    }
    return ModelReader.read(sources);
  }

  private static List<URL> shippedFiles() {
    return Stream.of(
            "/org/chancery/model/platform-model.xml",
            ALFRESCO + "stakeholder-model.xml",
            ALFRESCO + "correspondence-model.xml",
            ALFRESCO + "records-model.xml",
            ALFRESCO + "workflow-model.xml")
        .map(path -> Objects.requireNonNull(ContentModels.class.getResource(path), path))
        .toList();
  }

  private static ModelReader.Source source(URL file) throws IOException {
    String address = file.toString();
    byte[] xml;
    try (InputStream in = file.openStream()) {
      xml = in.readAllBytes();
    }
    Properties bundle = new Properties();
    if (address.endsWith(".xml")) {
      String beside = address.substring(0, address.length() - ".xml".length()) + ".properties";
      try (InputStream in = new URL(beside).openStream()) {
        bundle.load(in);
      } catch (FileNotFoundException e) {
        // A model without a bundle shows its values as they are.
      }
    }
    return new ModelReader.Source(address.substring(address.lastIndexOf('/') + 1), xml, bundle);
  }
}
