package org.chancery.core.http;

import static org.chancery.core.access.Capability.BROWSE;
import static org.chancery.core.access.Capability.KEEP_STAKEHOLDERS;
import static org.chancery.core.http.Lines.byRouter;
import static org.chancery.core.http.Lines.naming;
import static org.chancery.core.http.Lines.refusals;
import static org.chancery.core.http.Lines.route;
import static org.chancery.core.http.Lines.with;
import static org.chancery.core.http.Route.Scope.CREATE;
import static org.chancery.core.http.Route.Scope.READ;
import static org.chancery.core.http.Route.Scope.WRITE;

import java.util.List;
import org.chancery.core.audit.Action;

/** The lines of the route table for people and organizations. */
final class StakeholderTable {
  private final PersonRoutes people;
  private final OrganizationRoutes organizations;
  private final IssueRoutes issues;

  StakeholderTable(PersonRoutes people, OrganizationRoutes organizations, IssueRoutes issues) {
    this.people = people;
    this.organizations = organizations;
    this.issues = issues;
  }

  List<Route> routes() {
    Route.Access keeps = with(KEEP_STAKEHOLDERS);
    Route.Audit belongs = refusals(Action.PERSON_AFFILIATE);
    return List.of(
        new Route("POST", "/people", keeps, CREATE, refusals(Action.PERSON_ADD), people::create),
        // It may show private numbers: each time it is seen has its row.
        route("GET", "/people/{person}", with(BROWSE), READ, byRouter(Action.VIEW), people::get),
        route(
            "PUT", "/people/{person}", keeps, WRITE, refusals(Action.PERSON_CORRECT), people::put),
        naming("POST", "/people/{person}/affiliations", keeps, belongs, people::addAffiliation),
        route(
            "PUT",
            "/people/{person}/affiliations/{affiliation}",
            keeps,
            WRITE,
            belongs,
            people::changeAffiliation),
        route(
            "DELETE",
            "/people/{person}/affiliations/{affiliation}",
            keeps,
            WRITE,
            belongs,
            people::removeAffiliation),
        naming("POST", "/people/{person}/relations", keeps, belongs, people::addRelation),
        route(
            "DELETE",
            "/people/{person}/relations/{relation}",
            keeps,
            WRITE,
            belongs,
            people::removeRelation),
        new Route(
            "POST",
            "/organizations",
            keeps,
            CREATE,
            refusals(Action.ORGANIZATION_ADD),
            organizations::create),
        route(
            "GET",
            "/organizations/{organization}",
            with(BROWSE),
            READ,
            byRouter(Action.VIEW),
            organizations::get),
        route(
            "PUT",
            "/organizations/{organization}",
            keeps,
            WRITE,
            refusals(Action.ORGANIZATION_CORRECT),
            organizations::put),
        route(
            "GET",
            "/organizations/{organization}/people",
            with(BROWSE),
            READ,
            byRouter(Action.VIEW),
            organizations::people),
        route("GET", "/priorities", with(BROWSE), READ, refusals(Action.VIEW), issues::priorities));
  }
}
