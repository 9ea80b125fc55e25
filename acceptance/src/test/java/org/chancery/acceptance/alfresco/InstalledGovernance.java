package org.chancery.acceptance.alfresco;

import org.chancery.acceptance.alfresco.Platform.Reply;

/**
 * Governance Services themselves, by their own API: a file plan, with what the test needs in it.
 */
final class InstalledGovernance implements Governance {
  private static final String API = "/api/-default-/public/gs/versions/1/";

  private final Platform admin;
  private final String version;
  private final String plan;
  private final String hold;

  InstalledGovernance(Platform admin, String version) {
    this.admin = admin;
    this.version = version;
    if (admin.get(API + "gs-sites/rm").status() == 404) {
      post("gs-sites", "{'title':'Records Management'}").expect(201);
    }
    plan = Tree.id(admin.get(API + "file-plans/-filePlan-").expect(200));
    hold =
        Tree.id(
            post(
                    "file-plans/" + plan + "/holds",
                    "{'name':'hold " + Tree.mark() + "','reason':'acceptance'}")
                .expect(201));
  }

  private Reply post(String path, String json) {
    return admin.json("POST", API + path, json);
  }

  @Override
  public boolean installed() {
    return true;
  }

  @Override
  public Reply declare(String document) {
    return post("files/" + document + "/declare", "");
  }

  @Override
  public Reply complete(String record) {
    return post("records/" + record + "/complete", "");
  }

  @Override
  public Reply reject(String record) {
    return act("reject", record, "{'reason':'acceptance'}");
  }

  @Override
  public Reply hold(String document) {
    return post("holds/" + hold + "/children", "{'id':'" + document + "'}");
  }

  @Override
  public Reply release(String document) {
    return admin.delete(API + "holds/" + hold + "/children/" + document);
  }

  /** A category whose records are cut off when a case is closed, and destroyed a year later. */
  String category() {
    String category =
        Tree.id(
            post("file-plans/" + plan + "/categories", "{'name':'category " + Tree.mark() + "'}")
                .expect(201));
    String schedule =
        Tree.id(
            post(
                    "record-categories/" + category + "/retention-schedules",
                    "{'authority':'x','instructions':'x','isRecordLevel':false}")
                .expect(201));
    step(
        schedule,
        "'name':'cutoff','period':'none','periodAmount':0,'periodProperty':'cm:created',"
            + "'events':['case_closed']");
    step(
        schedule,
        "'name':'destroyContent','period':'year','periodAmount':1,"
            + "'periodProperty':'rma:cutOffDate','events':[]");
    return category;
  }

  private void step(String schedule, String what) {
    post(
            "retention-schedules/" + schedule + "/retention-steps",
            "{"
                + what
                + ",'description':'x','combineRetentionStepConditions':false,"
                + "'eligibleOnFirstCompleteEvent':true}")
        .expect(201);
  }

  /** A record folder. */
  String folder(String category) {
    return Tree.id(
        post(
                "record-categories/" + category + "/children",
                "{'name':'folder " + Tree.mark() + "','nodeType':'rma:recordFolder'}")
            .expect(201));
  }

  /** Files a record. */
  Reply file(String record, String folder) {
    return post("records/" + record + "/file", "{'targetParentId':'" + folder + "'}");
  }

  /** Destroys a record of theirs, by its administrator. */
  Reply delete(String record) {
    return admin.delete(API + "records/" + record);
  }

  /** One of their actions. */
  Reply act(String action, String node, String parameters) {
    return admin.json(
        "POST",
        "/s/api/rma/actions/ExecutionQueue",
        "{'name':'"
            + action
            + "','nodeRef':'workspace://SpacesStore/"
            + node
            + "','params':"
            + parameters
            + "}");
  }

  @Override
  public String toString() {
    return "Governance Services " + version;
  }
}
