package org.chancery.core.http;

import static org.chancery.core.access.Capability.ANSWER_SUBJECTS;
import static org.chancery.core.access.Capability.BROWSE;
import static org.chancery.core.access.Capability.EXPORT_STAKEHOLDERS;
import static org.chancery.core.access.Capability.KEEP_STAKEHOLDERS;
import static org.chancery.core.http.Lines.byRouter;
import static org.chancery.core.http.Lines.refusals;
import static org.chancery.core.http.Lines.route;
import static org.chancery.core.http.Lines.with;
import static org.chancery.core.http.Route.Scope.NONE;
import static org.chancery.core.http.Route.Scope.WRITE;

import java.util.List;
import org.chancery.core.audit.Action;

/** The lines of the route table for what people may ask of the department. */
final class RightsTable {
  private final RightsRoutes rights;
  private final SubjectRoutes subjects;

  RightsTable(RightsRoutes rights, SubjectRoutes subjects) {
    this.rights = rights;
    this.subjects = subjects;
  }

  List<Route> routes() {
    Route.Access keeps = with(KEEP_STAKEHOLDERS);
    String person = "/people/{person}/";
    Route.Audit export = refusals(Action.STAKEHOLDER_EXPORT);
    return List.of(
        route(
            "POST",
            person + "do-not-contact",
            keeps,
            WRITE,
            refusals(Action.NO_CONTACT_REQUEST),
            rights::request),
        route(
            "POST",
            person + "restriction",
            keeps,
            WRITE,
            refusals(Action.NO_CONTACT_RESTRICT),
            rights::restrict),
        route(
            "POST",
            person + "contact-again",
            keeps,
            WRITE,
            refusals(Action.NO_CONTACT_END),
            rights::contactAgain),
        route("GET", "/do-not-contact", with(BROWSE), NONE, refusals(Action.VIEW), rights::list),
        route("GET", "/expiring", with(BROWSE), NONE, refusals(Action.VIEW), rights::expiring),
        route(
            "POST", person + "renewal", keeps, WRITE, refusals(Action.EXPIRY_RENEW), rights::renew),
        route(
            "POST",
            person + "deletion",
            keeps,
            WRITE,
            refusals(Action.EXPIRY_DELETE),
            rights::delete),
        route(
            "GET",
            "/subject-access",
            with(ANSWER_SUBJECTS),
            NONE,
            byRouter(Action.SUBJECT_ACCESS),
            subjects::candidates),
        route(
            "POST",
            "/subject-access",
            with(ANSWER_SUBJECTS),
            NONE,
            refusals(Action.SUBJECT_ACCESS),
            subjects::pack),
        route(
            "GET", person + "export", with(EXPORT_STAKEHOLDERS), NONE, export, subjects::exportOne),
        route(
            "GET",
            "/exports/people",
            with(EXPORT_STAKEHOLDERS),
            NONE,
            export,
            subjects::exportAll));
  }
}
