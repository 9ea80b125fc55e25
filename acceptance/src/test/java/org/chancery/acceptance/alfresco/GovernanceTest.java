package org.chancery.acceptance.alfresco;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chancery.acceptance.alfresco.Platform.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Where Governance Services are installed beside Chancery, nothing is managed by both: what carries
 * their aspects has no clock, hold, series or declaration of Chancery's, and is not removed here.
 * Where they are not installed, a model with the names of their aspects stands in for them.
 */
@EnabledIfSystemProperty(named = "chancery.alfresco.url", matches = ".+")
class GovernanceTest {
  private static final String NODES = Platform.REST + "nodes/";
  private static final String REFUSAL = "Governance Services";
  private static final String STAND_IN =
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

  private final Platform admin = People.administrator();
  private final String library = Tree.child(admin, "-root-", "Library");

  @BeforeEach
  void theNamesAreKnown() {
    if (admin.get(Platform.REST + "aspects/rma:record").status() == 200) {
      return;
    }
    String models = Tree.child(admin, Tree.child(admin, "-root-", "Data Dictionary"), "Models");
    String model =
        Tree.id(
            admin
                .upload(
                    NODES + models + "/children",
                    Map.of("name", "standin.xml", "nodeType", "cm:dictionaryModel"),
                    "standin.xml",
                    STAND_IN)
                .expect(201));
    admin.json("PUT", NODES + model, "{'properties':{'cm:modelActive':true}}").expect(200);
  }

  @Test
  void whatTheyManageIsNotManagedByChanceryToo() {
    String unit = unit();
    String record = governed(unit, "record.txt", "rma:record");
    String folder = Tree.folder(admin, unit, "theirs");
    mark(folder, "rma:filePlanComponent");
    String free = Tree.file(admin, unit, "free.txt", "x");

    refused(admin.json("POST", Platform.OURS + "nodes/" + record + "/declare", "{}"));
    refused(
        admin.json(
            "PUT",
            Platform.OURS + "nodes/" + folder + "/series",
            "{'series':'CORR-TEMP','reason':'acceptance'}"));
    String hold =
        admin
            .json("POST", Platform.OURS + "holds", "{'kind':'audit','reason':'acceptance'}")
            .expect(201)
            .json()
            .path("id")
            .asText();
    String items = Platform.OURS + "holds/" + hold + "/items";
    refused(admin.json("POST", items, "{'nodes':['" + record + "']}"));
    admin.json("POST", items, "{'nodes':['" + free + "']}").expect(200);
    Holding.release(admin, hold);
    assertThat(aspects(record)).noneMatch(name -> name.startsWith("rec:"));
    assertThat(aspects(folder)).noneMatch(name -> name.startsWith("rec:"));
  }

  @Test
  void whatIsDoneWithTheirsStartsNoClock() {
    String unit = unit();
    String record = governed(unit, "record.txt", "rma:record");
    String before = activity(unit);
    admin.json("POST", NODES + record + "/comments", "{'content':'x'}").expect(201);
    assertThat(activity(unit)).isEqualTo(before);
    Tree.file(admin, unit, "free.txt", "x");
    assertThat(activity(unit)).isNotEqualTo(before);
  }

  @Test
  void whatTheyManageOrHoldIsNotRemovedByChancery() {
    for (String aspect : List.of("rma:record", "rma:declaredRecord", "rma:frozen")) {
      String unit = unit();
      String inner = Tree.folder(admin, unit, "inner");
      String kept = governed(inner, "kept.txt", aspect);
      refused(admin.delete(Platform.OURS + "nodes/" + kept));
      refused(admin.delete(Platform.OURS + "nodes/" + unit));
      admin.get(NODES + kept).expect(200);
    }
    admin.delete(Platform.OURS + "nodes/" + unit()).expect(204);
  }

  private String unit() {
    String unit = Tree.folder(admin, library, "unit " + Tree.mark());
    admin
        .json(
            "PUT",
            Platform.OURS + "nodes/" + unit + "/series",
            "{'series':'CORR-PERM','reason':'acceptance'}")
        .expect(200);
    return unit;
  }

  private String governed(String folder, String name, String aspect) {
    String file = Tree.file(admin, folder, name, "x");
    mark(file, aspect);
    return file;
  }

  private void mark(String node, String aspect) {
    List<String> names = new ArrayList<>(aspects(node));
    names.add(aspect);
    admin
        .json("PUT", NODES + node, "{'aspectNames':['" + String.join("','", names) + "']}")
        .expect(200);
  }

  private List<String> aspects(String node) {
    List<String> names = new ArrayList<>();
    admin
        .get(NODES + node)
        .expect(200)
        .json()
        .at("/entry/aspectNames")
        .forEach(name -> names.add(name.asText()));
    return names;
  }

  private String activity(String unit) {
    JsonNode told = admin.get(Platform.OURS + "nodes/" + unit + "/retention").expect(200).json();
    return told.path("activityAt").asText();
  }

  private static void refused(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(409);
    assertThat(reply.text()).contains(REFUSAL);
  }
}
