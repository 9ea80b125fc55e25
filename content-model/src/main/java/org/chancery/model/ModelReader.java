package org.chancery.model;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Reads Alfresco content model XML into definitions, file after file: each may import what those
 * before it define. Stops at the first fault, as Alfresco would refuse the whole model.
 */
final class ModelReader {
  private ModelReader() {}

  /**
   * A model file with its message bundle.
   *
   * @param name the file's name, for messages
   * @param xml its bytes
   * @param bundle empty when it has none
   */
  record Source(String name, byte[] xml, Properties bundle) {}

  /**
   * @throws ModelException at the first fault
   */
  static ContentModel read(List<Source> sources) {
    ModelLabels labels = new ModelLabels();
    sources.forEach(source -> labels.add(source.bundle()));
    ConstraintReader constraints = new ConstraintReader(labels);
    Inheritance inheritance = new Inheritance();
    Map<String, String> namespaces = new LinkedHashMap<>();
    namespaces.put("d", ModelXml.DICTIONARY);
    for (Source source : sources) {
      Element root = ModelXml.parse(source.name(), new ByteArrayInputStream(source.xml()));
      ModelGrammar.check(root);
      root.first("data-types")
          .ifPresent(
              types -> {
                throw types.fault("data types of one's own are not supported: use those of d:");
              });
      ModelFile file = new ModelFile(root, namespaces);
      constraints.declareAll(file);
      inheritance.add(file, new ClassReader(file, constraints, labels));
    }
    return new ContentModel(namespaces, inheritance.classes());
  }
}
