package org.chancery.acceptance.alfresco;

import java.util.Map;
import org.chancery.acceptance.alfresco.Platform.Reply;

/** A model with the names of Governance Services' aspects stands in for them. */
final class NamedGovernance implements Governance {
  private static final String NODES = Platform.REST + "nodes/";
  private static final String MODEL =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <model name="rma:standin" xmlns="http://www.alfresco.org/model/dictionary/1.0">
        <imports><import uri="http://www.alfresco.org/model/dictionary/1.0" prefix="d"/></imports>
        <namespaces>
          <namespace uri="http://www.alfresco.org/model/recordsmanagement/1.0" prefix="rma"/>
        </namespaces>
        <aspects>
          <aspect name="rma:filePlanComponent"/>
          <aspect name="rma:record"/>
          <aspect name="rma:declaredRecord"/>
          <aspect name="rma:frozen"/>
        </aspects>
      </model>
      """;

  private final Platform admin;

  NamedGovernance(Platform admin) {
    this.admin = admin;
    if (admin.get(Platform.REST + "aspects/rma:record").status() != 200) {
      deploy();
    }
  }

  private void deploy() {
    String models = Tree.child(admin, Tree.child(admin, "-root-", "Data Dictionary"), "Models");
    String model =
        Tree.id(
            admin
                .upload(
                    NODES + models + "/children",
                    Map.of("name", "standin.xml", "nodeType", "cm:dictionaryModel"),
                    "standin.xml",
                    MODEL)
                .expect(201));
    admin.json("PUT", NODES + model, "{'properties':{'cm:modelActive':true}}").expect(200);
  }

  @Override
  public boolean installed() {
    return false;
  }

  @Override
  public Reply declare(String document) {
    return mark(document, "rma:record");
  }

  @Override
  public Reply complete(String record) {
    return mark(record, "rma:declaredRecord");
  }

  @Override
  public Reply reject(String record) {
    unmark(record, "rma:declaredRecord");
    return unmark(record, "rma:record");
  }

  @Override
  public Reply hold(String document) {
    return mark(document, "rma:frozen");
  }

  @Override
  public Reply release(String document) {
    return unmark(document, "rma:frozen");
  }

  private Reply mark(String node, String aspect) {
    return Governance.aspects(
        admin,
        node,
        names -> {
          names.add(aspect);
          return names;
        });
  }

  private Reply unmark(String node, String aspect) {
    return Governance.aspects(
        admin,
        node,
        names -> {
          names.remove(aspect);
          return names;
        });
  }

  @Override
  public String toString() {
    return "a model with their names";
  }
}
