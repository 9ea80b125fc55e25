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

import java.util.ArrayList;
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
    String person = "/people/{person}/";
    Route.Audit export = refusals(Action.STAKEHOLDER_EXPORT);
    List<Route> routes = new ArrayList<>(of(person));
    routes.addAll(of("/organizations/{organization}/"));
    routes.addAll(
        List.of(
            route(
                "GET", "/do-not-contact", with(BROWSE), NONE, refusals(Action.VIEW), rights::list),
            route("GET", "/expiring", with(BROWSE), NONE, refusals(Action.VIEW), rights::expiring),
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
                "GET",
                person + "export",
                with(EXPORT_STAKEHOLDERS),
                NONE,
                export,
                subjects::exportOne),
            route(
                "GET",
                "/exports/people",
                with(EXPORT_STAKEHOLDERS),
                NONE,
                export,
                subjects::exportAll)));
    return routes;
  }

  /** The same for people and for organizations. */
  private List<Route> of(String entry) {
    Route.Access keeps = with(KEEP_STAKEHOLDERS);
    return List.of(
        route(
            "POST",
            entry + "do-not-contact",
            keeps,
            WRITE,
            refusals(Action.NO_CONTACT_REQUEST),
            rights::request),
        route(
            "POST",
            entry + "restriction",
            keeps,
            WRITE,
            refusals(Action.NO_CONTACT_RESTRICT),
            rights::restrict),
        route(
            "POST",
            entry + "contact-again",
            keeps,
            WRITE,
            refusals(Action.NO_CONTACT_END),
            rights::contactAgain),
        route(
            "POST", entry + "renewal", keeps, WRITE, refusals(Action.EXPIRY_RENEW), rights::renew),
        route(
            "POST",
            entry + "deletion",
            keeps,
            WRITE,
            refusals(Action.EXPIRY_DELETE),
            rights::delete));
  }
}
